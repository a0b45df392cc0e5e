package io.shopkeeper.fraud.attempt;

import static io.shopkeeper.fraud.boundary.Outcome.BLOCK;
import static io.shopkeeper.fraud.boundary.Outcome.CHALLENGE;
import static io.shopkeeper.fraud.boundary.Outcome.REVIEW;
import static io.shopkeeper.fraud.boundary.attempt.AttemptKind.LOGIN;
import static io.shopkeeper.fraud.boundary.attempt.AttemptKind.SIGNUP;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import java.util.List;
import java.util.Map;

/**
 * What is held against an attempt: a feature that reaches a limit of the shop, and others beside
 * it. Where a feature cannot be said, the rule does not hold, as in the language of rules.
 *
 * @param id also the end of the name of its setting
 * @param feature of which the shop chooses the limit
 * @param usual its limit until somebody changes it; 0 switches the rule off
 * @param most that can be chosen
 * @param below whether the feature must be at most the limit, not at least
 * @param beside features that must be at least as much besides
 */
record AttemptRule(
    String id,
    AttemptKind kind,
    Outcome outcome,
    String feature,
    long usual,
    long most,
    boolean below,
    Map<String, Double> beside) {

  private static final int MANY = 100_000;

  /** All, in the order in which settings show them. */
  static final List<AttemptRule> ALL =
      List.of(
          at("login-stuffing-ip", LOGIN, BLOCK, "ip.failed_accounts.1h", 10),
          at("login-stuffing-network", LOGIN, CHALLENGE, "network.failed_accounts.1d", 50),
          at("login-accounts-ip", LOGIN, CHALLENGE, "ip.accounts.1h", 20),
          at("login-accounts-device", LOGIN, REVIEW, "device.accounts.1d", 5),
          at("login-guessing", LOGIN, CHALLENGE, "account.failed.10m", 5),
          at("login-guessing-long", LOGIN, BLOCK, "account.failed.1h", 20),
          at("login-many-networks", LOGIN, CHALLENGE, "account.networks.1d", 8),
          with("login-travel", LOGIN, REVIEW, "speed_kmh", 1_000, "distance_km", 300),
          with("login-new-device-abroad", LOGIN, CHALLENGE, "new_device", 1, "new_country", 1),
          at("signup-device", SIGNUP, REVIEW, "device.attempts.1d", 4),
          at("signup-ip", SIGNUP, CHALLENGE, "ip.attempts.1h", 5),
          at("signup-network", SIGNUP, CHALLENGE, "network.attempts.1d", 30),
          at("signup-address", SIGNUP, REVIEW, "address.attempts.30d", 4),
          at("signup-same-inbox", SIGNUP, REVIEW, "inbox.attempts.30d", 2),
          at("signup-alike-emails", SIGNUP, REVIEW, "shape.attempts.1d", 4),
          at("signup-alike-names", SIGNUP, CHALLENGE, "name.attempts.1d", 4),
          at("signup-throwaway", SIGNUP, CHALLENGE, "throwaway_email", 1),
          with("signup-random", SIGNUP, CHALLENGE, "random_email", 1, "network.attempts.1d", 2),
          fast("signup-fast", CHALLENGE, 2, Map.of()),
          fast("signup-bot", BLOCK, 2, Map.of("throwaway_email", 1.0)));

  AttemptRule {
    beside = Map.copyOf(beside);
  }

  private static AttemptRule at(
      String id, AttemptKind kind, Outcome outcome, String feature, long usual) {
    return new AttemptRule(id, kind, outcome, feature, usual, MANY, false, Map.of());
  }

  private static AttemptRule with(
      String id,
      AttemptKind kind,
      Outcome outcome,
      String feature,
      long usual,
      String other,
      double least) {
    return new AttemptRule(id, kind, outcome, feature, usual, MANY, false, Map.of(other, least));
  }

  private static AttemptRule fast(
      String id, Outcome outcome, long usual, Map<String, Double> beside) {
    return new AttemptRule(id, SIGNUP, outcome, "form_seconds", usual, 600, true, beside);
  }

  /** Whether it holds, where the shop chose a limit. */
  boolean holds(Map<String, Double> features, long limit) {
    Double seen = features.get(feature);
    return limit > 0
        && seen != null
        && (below ? seen <= limit : seen >= limit)
        && beside.entrySet().stream()
            .allMatch(each -> features.getOrDefault(each.getKey(), 0.0) >= each.getValue());
  }
}
