package io.shopkeeper.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FeatureSampleTest {

  private final MovedClock clock = new MovedClock();

  /** A sample that takes so many answers of a minute; empty as in an open setting. */
  private FeatureSample log(String perMinute) {
    return new FeatureSample(new Said(perMinute), clock);
  }

  private static boolean takes(FeatureSample log) {
    return log.takes();
  }

  private static int taken(FeatureSample log, int answers) {
    int taken = 0;
    for (int i = 0; i < answers; i++) {
      taken += takes(log) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void theFirstOfEachMinuteAreTakenAndNoMore() {
    FeatureSample log = log("3");
    for (int i = 0; i < 3; i++) {
      assertThat(takes(log)).as("answer " + i).isTrue();
    }
    assertThat(taken(log, 5)).isZero();
    clock.set("10:00:59.999");
    assertThat(takes(log)).as("the minute's last moment").isFalse();
    clock.set("10:01:00");
    assertThat(taken(log, 5)).isEqualTo(3);
  }

  @Test
  void whatOneMinuteLeavesIsNotTheNextOnes() {
    FeatureSample log = log("3");
    assertThat(taken(log, 1)).isEqualTo(1);
    clock.set("10:07:00");
    assertThat(taken(log, 9)).isEqualTo(3);
  }

  @Test
  void ofNoneNoneIsTaken() {
    for (String none : List.of("0", "")) {
      assertThat(takes(log(none))).isFalse();
    }
  }

  @Test
  void ofManyAtOnceAsManyAreTakenAsMayBe() throws Exception {
    FeatureSample log = log("500");
    var start = new CountDownLatch(1);
    List<Future<Integer>> counts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        Callable<Integer> asking =
            () -> {
              start.await();
              return taken(log, 1_000);
            };
        counts.add(threads.submit(asking));
      }
      start.countDown();
    }
    int taken = 0;
    for (Future<Integer> count : counts) {
      taken += count.get();
    }
    assertThat(taken).isEqualTo(500);
  }

  /** Settings of which one is said. */
  private static final class Said extends Settings {

    private final String perMinute;

    Said(String perMinute) {
      this.perMinute = perMinute;
    }

    @Override
    public String text(SettingDefinition definition) {
      assertThat(definition).isSameAs(FeatureLog.PER_MINUTE);
      return perMinute;
    }
  }

  /** A clock that stands until a test moves it. */
  private static final class MovedClock extends Clock {

    private Instant now = at("10:00:00");

    private static Instant at(String time) {
      return Instant.parse("2026-11-26T" + time + "Z");
    }

    void set(String time) {
      now = at(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
