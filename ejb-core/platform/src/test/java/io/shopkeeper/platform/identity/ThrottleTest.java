package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Duration WHILE = Duration.ofMinutes(15);
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Throttle throttle = new Throttle();

  @Test
  void tooManyFailuresCloseTheDoorForAWhile() {
    assertThat(throttle.failed("a", 3, WHILE, NOW)).isEmpty();
    assertThat(throttle.failed("a", 3, WHILE, NOW)).isEmpty();
    assertThat(throttle.failed("a", 3, WHILE, NOW)).contains(NOW.plus(WHILE));
    assertThat(throttle.closedUntil("a", NOW.plusSeconds(899))).isPresent();
    assertThat(throttle.closedUntil("a", NOW.plus(WHILE))).isEmpty();
    assertThat(throttle.closedUntil("b", NOW)).isEmpty();
  }

  @Test
  void failuresFarApartDoNotAddUp() {
    assertThat(throttle.failed("a", 2, WHILE, NOW)).isEmpty();
    assertThat(throttle.failed("a", 2, WHILE, NOW.plus(WHILE).plusSeconds(1))).isEmpty();
  }

  @Test
  void aSuccessForgetsFailures() {
    throttle.failed("a", 2, WHILE, NOW);
    throttle.succeeded("a");
    assertThat(throttle.failed("a", 2, WHILE, NOW)).isEmpty();
  }
}
