package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static Rule rule(String id, Outcome outcome, Condition... conditions) {
    return new Rule(id, 1, id, id, outcome, List.of(conditions));
  }

  private static Condition least(String feature, double value) {
    return new Condition(feature, Comparison.AT_LEAST, value);
  }

  private static double[] seen(String feature, double value) {
    double[] features = new double[PaymentFeatures.list().size()];
    Arrays.fill(features, Double.NaN);
    features[PaymentFeatures.place(feature)] = value;
    return features;
  }

  @Test
  void theHardestOutcomeWins() {
    var book =
        new RuleBook(
            List.of(
                rule("a", Outcome.CHALLENGE, least("amount", 10)),
                rule("b", Outcome.BLOCK, least("amount", 20)),
                rule("c", Outcome.REVIEW, least("amount", 10))));
    assertThat(RuleBook.outcome(book.hits(seen("amount", 9.99)))).isEqualTo(Outcome.ALLOW);
    assertThat(RuleBook.outcome(book.hits(seen("amount", 10)))).isEqualTo(Outcome.REVIEW);
    assertThat(book.hits(seen("amount", 20)))
        .extracting(Rule.Hit::rule)
        .containsExactly("b", "c", "a");
  }

  @Test
  void allConditionsMustHoldAndWhatIsNotKnownNeverDoes() {
    Rule both = rule("both", Outcome.BLOCK, least("amount", 1), least("card.count.1h", 1));
    double[] features = seen("amount", 5);
    assertThat(both.of(features)).isEmpty();
    features[PaymentFeatures.place("card.count.1h")] = 1;
    assertThat(both.of(features)).isPresent();
    Rule few = rule("few", Outcome.BLOCK, new Condition("card.count.1h", Comparison.AT_MOST, 3));
    assertThat(few.of(seen("amount", 5))).isEmpty();
    assertThat(few.of(seen("card.count.1h", 3)).orElseThrow().seen())
        .containsEntry("card.count.1h", 3.0);
  }

  @Test
  void aRuleOverNoFeatureOrNumberIsRefused() {
    assertThatThrownBy(() -> least("card.number", 1)).hasMessageContaining("card.number");
    assertThatThrownBy(() -> least("amount", Double.NaN)).hasMessageContaining("amount");
    assertThatThrownBy(() -> rule("none", Outcome.ALLOW)).hasMessageContaining("none");
  }
}
