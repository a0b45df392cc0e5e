package io.shopkeeper.fraud.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.AttemptVerdict;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredAttempt;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AttemptWordsTest {

  private static AttemptVerdict verdict(AttemptRule rule, Outcome outcome, Locale reader) {
    var stored = new StoredAttempt(rule.kind(), "x", 0, "c:1", null);
    stored.decided(
        outcome,
        Instant.EPOCH,
        "{}",
        FraudJson.write(List.of(new AttemptHit(rule.id(), rule.outcome(), 1234, 10, ""))));
    return new AttemptWords(reader).verdict(stored, false);
  }

  /** Each rule has its sentence, and the shopper is told none of it. */
  @Test
  void everyRuleAndOutcomeHasItsWordsInBothLanguages() {
    for (Locale reader : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      for (AttemptRule rule : AttemptRule.ALL) {
        for (Outcome outcome : Outcome.values()) {
          AttemptVerdict verdict = verdict(rule, outcome, reader);
          assertThat(verdict.reasons().getFirst().text()).doesNotContain("{");
          assertThat(verdict.shopperText())
              .isNotBlank()
              .doesNotContain("1,234", "1234", verdict.reasons().getFirst().text());
        }
      }
    }
  }

  @Test
  void everyFeatureHasItsWords() {
    for (Locale reader : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      var words = new AttemptWords(reader);
      for (AttemptKind kind : AttemptKind.values()) {
        for (String name : AttemptFeatures.counts(kind)) {
          assertThat(words.feature(name)).isNotBlank().doesNotContain("{");
        }
      }
    }
  }
}
