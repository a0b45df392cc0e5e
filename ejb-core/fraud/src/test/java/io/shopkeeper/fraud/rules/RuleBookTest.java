package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final long NOW = 1_000;

  private static Rule rule(String id, Outcome outcome, boolean shadow, String text) {
    try {
      return new Rule(id, 1, id, id, outcome, shadow, RuleParser.parse(text, Map.of()));
    } catch (RuleSyntaxException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Rule rule(String id, Outcome outcome, String text) {
    return rule(id, outcome, false, text);
  }

  private static RuleBook book(Rule... rules) {
    return new RuleBook(List.of(rules), ListBook.EMPTY, List.of());
  }

  private static PaymentFacts seen(Map<String, Double> values) {
    double[] features = new double[PaymentFeatures.list().size()];
    Arrays.fill(features, Double.NaN);
    values.forEach((name, value) -> features[PaymentFeatures.place(name)] = value);
    return PaymentFacts.past(
        features,
        new Payment(
            "p",
            NOW,
            "anna",
            "card-1",
            null,
            null,
            null,
            null,
            100,
            "EUR",
            "DE",
            null,
            Payment.NEVER,
            Payment.NEVER));
  }

  private static PaymentFacts seen(String feature, double value) {
    return seen(Map.of(feature, value));
  }

  @Test
  void theHardestOutcomeWins() {
    var book =
        book(
            rule("a", Outcome.CHALLENGE, "amount >= 10"),
            rule("b", Outcome.BLOCK, "amount >= 20"),
            rule("c", Outcome.REVIEW, "amount >= 10"));
    assertThat(RuleBook.outcome(book.hits(seen("amount", 9.99)))).isEqualTo(Outcome.ALLOW);
    assertThat(RuleBook.outcome(book.hits(seen("amount", 10)))).isEqualTo(Outcome.REVIEW);
    assertThat(book.hits(seen("amount", 20)))
        .extracting(Rule.Hit::rule)
        .containsExactly("b", "c", "a");
  }

  @Test
  void whatIsNotKnownNeverFulfilsARuleNorItsOpposite() {
    assertThat(book(rule("few", Outcome.BLOCK, "card.count.1h <= 3")).hits(seen("amount", 5)))
        .isEmpty();
    assertThat(book(rule("not", Outcome.BLOCK, "not card.count.1h > 3")).hits(seen("amount", 5)))
        .isEmpty();
    assertThat(
            book(rule("either", Outcome.BLOCK, "card.count.1h > 3 or amount = 5"))
                .hits(seen("amount", 5)))
        .hasSize(1);
    assertThat(
            book(rule("none", Outcome.BLOCK, "card.count.1h is missing")).hits(seen("amount", 5)))
        .hasSize(1);
  }

  @Test
  void aHitSaysWhatMadeItHoldAndNoText() {
    Rule.Hit hit =
        book(rule(
                "r",
                Outcome.BLOCK,
                "(amount > 4 or hour = 3) and not weekday > 5 and customer = \"anna\""
                    + " and device is missing and card.count.1h is missing"))
            .hits(seen(Map.of("amount", 5.0, "hour", 2.0, "weekday", 4.0)))
            .getFirst();
    assertThat(hit.seen()).containsOnlyKeys("amount", "weekday", "card.count.1h");
    assertThat(hit.seen().get("card.count.1h")).isNull();
    assertThat(hit.keys())
        .containsExactly(
            new Rule.SeenKey("customer", "", false), new Rule.SeenKey("device", null, false));
    assertThat(hit.toString()).doesNotContain("anna");
  }

  @Test
  void rulesOnTrialAndQuietRulesDoNotDecide() {
    Rule trial = rule("trial", Outcome.BLOCK, true, "amount > 1");
    Rule quiet = rule("quiet", Outcome.REVIEW, "amount > 1");
    var anna = new Snooze("quiet", KeyField.CUSTOMER, "anna", NOW + 1);
    var over = new Snooze("quiet", null, null, NOW);
    var other = new Snooze("quiet", KeyField.CUSTOMER, "bob", NOW + 1);
    List<Rule.Hit> hits =
        new RuleBook(List.of(trial, quiet), ListBook.EMPTY, List.of(over, other, anna))
            .hits(seen("amount", 5));
    assertThat(hits).extracting(Rule.Hit::effect).containsExactly(Effect.SHADOW, Effect.SNOOZED);
    assertThat(RuleBook.outcome(hits)).isEqualTo(Outcome.ALLOW);
    assertThat(
            RuleBook.outcome(
                new RuleBook(List.of(trial, quiet), ListBook.EMPTY, List.of(over, other))
                    .hits(seen("amount", 5))))
        .isEqualTo(Outcome.REVIEW);
  }
}
