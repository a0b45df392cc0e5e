package io.shopkeeper.fraud.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.LoginQuestion;
import io.shopkeeper.fraud.boundary.attempt.SignupQuestion;
import io.shopkeeper.fraud.features.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptFeaturesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final List<Attempt> all = new ArrayList<>();

  private List<Attempt> before(AttemptKey key, Attempt attempt) {
    return all.stream()
        .filter(one -> key.of(one).equals(key.of(attempt)))
        .filter(one -> !one.id().equals(attempt.id()) && one.time() <= attempt.time())
        .sorted(Comparator.comparingLong(Attempt::time).reversed())
        .toList();
  }

  private static Attempt login(
      int id, int second, String customer, String device, String ip, Boolean succeeded) {
    return Attempts.of(
        new LoginQuestion(
            "l" + id,
            customer,
            null,
            device,
            ip,
            "DE",
            null,
            null,
            succeeded,
            NOW.plusSeconds(second)),
        NOW);
  }

  private static Attempt at(int second, double latitude, double longitude, Outcome outcome) {
    Attempt one =
        Attempts.of(
            new LoginQuestion(
                "p" + second,
                "c",
                null,
                "d",
                null,
                null,
                latitude,
                longitude,
                true,
                NOW.plusSeconds(second)),
            NOW);
    return outcome == null ? one : decided(one, outcome);
  }

  private static Attempt decided(Attempt one, Outcome outcome) {
    return new Attempt(
        one.kind(),
        one.id(),
        one.time(),
        one.account(),
        one.customer(),
        one.emailKey(),
        one.inboxKey(),
        one.emailShape(),
        one.nameKey(),
        one.addressKey(),
        one.device(),
        one.ip(),
        one.network(),
        one.country(),
        one.latitude(),
        one.longitude(),
        one.succeeded(),
        outcome);
  }

  private Map<String, Double> of(Attempt attempt) {
    return AttemptFeatures.of(attempt, this::before);
  }

  /** Against a count that looks at each pair by itself. */
  @Test
  void countsAreThoseOfACountByHand() {
    var random = new Random(7);
    for (int i = 0; i < 400; i++) {
      all.add(
          login(
              i,
              random.nextInt(2_000_000),
              "c" + random.nextInt(9),
              "d" + random.nextInt(5),
              "10.0." + random.nextInt(3) + "." + random.nextInt(4),
              random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean()));
    }
    for (Attempt one : all) {
      Map<String, Double> seen = of(one);
      for (Window window : AttemptFeatures.WINDOWS) {
        Set<String> accounts = new HashSet<>();
        Set<String> networks = new HashSet<>();
        int failed = 0;
        for (Attempt other : all) {
          boolean inside =
              other.time() <= one.time() && one.time() - other.time() < window.length().toMillis();
          if (inside && other.ip().equals(one.ip())) {
            accounts.add(other.account());
            failed += other.failed() ? 1 : 0;
          }
          if (inside && other.account().equals(one.account())) {
            networks.add(other.network());
          }
        }
        assertThat(seen)
            .containsEntry("ip.accounts." + window.code(), (double) accounts.size())
            .containsEntry("ip.failed." + window.code(), (double) failed)
            .containsEntry("account.networks." + window.code(), (double) networks.size());
      }
    }
  }

  @Test
  void placesThatCannotBeReachedAreFar() {
    all.add(at(0, 52.52, 13.405, Outcome.ALLOW));
    Map<String, Double> tokyo = of(at(3600, 35.68, 139.69, null));
    assertThat(tokyo.get("distance_km")).isCloseTo(8_918, within(20.0));
    assertThat(tokyo.get("speed_kmh")).isCloseTo(8_918, within(20.0));
    assertThat(of(at(7200, 52.40, 13.06, null)).get("speed_kmh")).as("the next town").isZero();
  }

  /** Who was refused did not get in: the thief's own place does not become the usual one. */
  @Test
  void whatWasRefusedIsNoHabit() {
    all.add(at(0, 52.52, 13.405, Outcome.ALLOW));
    all.add(at(60, 35.68, 139.69, Outcome.REVIEW));
    assertThat(of(at(120, 52.52, 13.405, null)).get("speed_kmh")).isZero();
    assertThat(of(at(120, 52.52, 13.405, null)).get("minutes_since_last")).isEqualTo(2);
  }

  @Test
  void ofANewAccountNothingIsUnusual() {
    assertThat(of(login(1, 0, "c", "d", "10.0.0.1", true)))
        .doesNotContainKeys("new_device", "new_country", "speed_kmh")
        .containsEntry("account.attempts.1m", 1.0);
  }

  @Test
  void oneMailboxIsOneHoweverItIsWritten() {
    assertThat(EmailLooks.of("An.Na+shop@Gmail.com").inbox())
        .isEqualTo(EmailLooks.of("anna@googlemail.com").inbox());
    assertThat(EmailLooks.of("an.na@example.org").inbox()).isEqualTo("an.na@example.org");
    assertThat(EmailLooks.of("anna.lee17@x.org").shape())
        .isEqualTo(EmailLooks.of("AnnaLee_2048@x.org").shape());
    assertThat(EmailLooks.of("12345@x.org").shape()).isEmpty();
  }

  @Test
  void throwAwayAndMadeUpAddressesAreSeen() {
    assertThat(EmailLooks.of("a@eu.mailinator.com").throwaway()).isTrue();
    assertThat(EmailLooks.of("a@notmailinator.com").throwaway()).isFalse();
    assertThat(EmailLooks.of("x7k2p9q4zt@x.org").random()).isTrue();
    assertThat(EmailLooks.of("kjhgfdsrtzpl@x.org").random()).isTrue();
    for (String person :
        List.of(
            "christopher.schmidt84", "li.xiaoming1990", "margaret-thompson", "zhang123456789")) {
      assertThat(EmailLooks.of(person + "@x.org").random()).as(person).isFalse();
    }
  }

  @Test
  void aRuleWhoseFeatureIsUnknownOrWhoseLimitIsZeroDoesNotHold() {
    AttemptRule fast =
        AttemptRule.ALL.stream().filter(one -> one.id().equals("signup-fast")).findFirst().get();
    assertThat(fast.holds(Map.of("form_seconds", 1.0), 2)).isTrue();
    assertThat(fast.holds(Map.of("form_seconds", 3.0), 2)).isFalse();
    assertThat(fast.holds(Map.of("form_seconds", 0.0), 0)).isFalse();
    assertThat(fast.holds(Map.of(), 2)).isFalse();
  }

  /** What rules look at is made; else one would be silent for ever. */
  @Test
  void everyRuleNamesFeaturesThatExist() {
    Set<String> own =
        Set.of(
            "new_device",
            "new_country",
            "speed_kmh",
            "distance_km",
            "throwaway_email",
            "random_email",
            "form_seconds");
    for (AttemptRule rule : AttemptRule.ALL) {
      Set<String> known = new HashSet<>(AttemptFeatures.counts(rule.kind()));
      known.addAll(own);
      assertThat(known).as(rule.id()).contains(rule.feature()).containsAll(rule.beside().keySet());
    }
  }

  @Test
  void nothingPersonalIsInWhatIsKept() {
    Attempt one =
        Attempts.of(
            new SignupQuestion(
                "s1",
                null,
                "Anna.Lee@example.org",
                "Anna Lee",
                "1 Main St",
                "d",
                "203.0.113.9",
                "DE",
                4.0,
                null),
            NOW);
    assertThat(one.toString()).doesNotContainIgnoringCase("anna").doesNotContain("Main");
    assertThat(one.network()).isEqualTo("203.0.113.0/24");
    assertThat(one.kind()).isEqualTo(AttemptKind.SIGNUP);
  }
}
