package io.shopkeeper.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Person person =
      new Person("mei", "hash", EnumSet.of(Role.VIEWER, Role.ANALYST), NOW);

  @Test
  void keepsItsRoles() {
    assertThat(person.roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.VIEWER);
    assertThat(new Person("none", "hash", Set.of(), NOW).roles()).isEmpty();
  }

  @Test
  void theFifthFailureInARowLocksForAQuarterOfAnHour() {
    fail(4);
    assertThat(person.lockedAt(NOW)).isEmpty();
    fail(1);
    assertThat(person.lockedAt(NOW)).contains(NOW.plusSeconds(900));
    assertThat(person.lockedAt(NOW.plusSeconds(900))).isEmpty();
  }

  @Test
  void aSuccessBetweenStartsTheCountAnew() {
    fail(4);
    person.signedIn(NOW);
    fail(4);
    assertThat(person.lockedAt(NOW)).isEmpty();
  }

  @Test
  void aNewPasswordOpensTheDoor() {
    fail(5);
    person.changePassword("other", NOW);
    assertThat(person.lockedAt(NOW)).isEmpty();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      person.failed(NOW);
    }
  }
}
