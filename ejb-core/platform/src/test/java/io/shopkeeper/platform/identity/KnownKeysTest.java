package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

  private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");

  private final String text = KeyText.make(KeyKind.SECRET).text();
  private Instant now = BEGIN;
  private int asked;
  private Supplier<Optional<Caller>> database = () -> Optional.of(caller(null));

  private final KnownKeys keys =
      new KnownKeys(
          presented -> {
            asked++;
            return database.get();
          },
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private static Caller caller(Instant expiresAt) {
    return new Caller("id", "shop", KeyKind.SECRET, Set.of(Scope.SCORE), Set.of(), expiresAt);
  }

  private void away() {
    database =
        () -> {
          throw new EJBException(new SQLException("gone", "08001"));
        };
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aKeyIsBelievedForASecond() {
    assertThat(keys.authenticate(text)).isPresent();
    assertThat(keys.authenticate(text)).isPresent();
    assertThat(asked).isEqualTo(1);
    database = Optional::empty;
    after(Duration.ofMillis(1001));
    assertThat(keys.authenticate(text)).isEmpty();
  }

  @Test
  void withoutADatabaseItGoesOnForAQuarterOfAnHour() {
    keys.authenticate(text);
    away();
    after(Duration.ofSeconds(30));
    assertThat(keys.authenticate(text)).isPresent();
    assertThat(keys.authenticate(text)).isPresent();
    assertThat(asked).as("asked once a second, not at each request").isEqualTo(2);
    after(Duration.ofMinutes(14));
    assertThat(keys.authenticate(text)).isPresent();
    after(Duration.ofMinutes(1));
    assertThatThrownBy(() -> keys.authenticate(text)).isInstanceOf(EJBException.class);
  }

  @Test
  void oneThatWasNeverSeenIsNotBelieved() {
    keys.authenticate(text);
    away();
    String other = KeyText.make(KeyKind.SECRET).text();
    assertThatThrownBy(() -> keys.authenticate(other)).isInstanceOf(EJBException.class);
    assertThat(keys.authenticate("nothing")).isEmpty();
  }

  @Test
  void afterAChangeOfKeysNoneIsBelievedUnseen() {
    keys.authenticate(text);
    keys.changed();
    away();
    assertThatThrownBy(() -> keys.authenticate(text)).isInstanceOf(EJBException.class);
  }

  @Test
  void onePastItsEndIsNotBelieved() {
    database = () -> Optional.of(caller(BEGIN.plusSeconds(60)));
    keys.authenticate(text);
    away();
    after(Duration.ofSeconds(59));
    assertThat(keys.authenticate(text)).isPresent();
    after(Duration.ofSeconds(1));
    assertThatThrownBy(() -> keys.authenticate(text)).isInstanceOf(EJBException.class);
  }

  @Test
  void whileOneAsksADatabaseThatHangsOthersGoOn() throws Exception {
    keys.authenticate(text);
    after(Duration.ofSeconds(2));
    var asking = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    database =
        () -> {
          asking.countDown();
          try {
            answer.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          return Optional.empty();
        };
    try (ExecutorService thread = Executors.newFixedThreadPool(1)) {
      Future<Optional<Caller>> first = thread.submit(() -> keys.authenticate(text));
      asking.await();
      assertThat(keys.authenticate(text)).isPresent();
      answer.countDown();
      assertThat(first.get()).isEmpty();
    }
    assertThat(keys.authenticate(text)).as("revoked, as was said at last").isEmpty();
  }
}
