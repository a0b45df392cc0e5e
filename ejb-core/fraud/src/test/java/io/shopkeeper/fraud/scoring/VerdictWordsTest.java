package io.shopkeeper.fraud.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.PaymentVerdict;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredDecision;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

  private static PaymentVerdict odd(Locale reader) {
    var decision = new StoredDecision("p-1", 5, Outcome.REVIEW);
    decision.because("[]", "{}", "");
    decision.scored(
        0.02,
        3,
        FraudJson.write(
            List.of(
                new ModelReason("anomaly", 0.9994, 0, ""),
                new ModelReason("anomaly.amount", 9_000.0, 0, ""),
                new ModelReason("card.count.1d", 0.0, -0.4, ""))));
    decision.odd(0.9994);
    return new VerdictWords(null, reader).of(decision, false);
  }

  @Test
  void anOddPaymentSaysThatItIsAndWhatIsOdd() {
    PaymentVerdict english = odd(Locale.ENGLISH);
    assertThat(english.anomaly()).isEqualTo(0.9994);
    assertThat(english.reasons())
        .extracting(ModelReason::text)
        .containsExactly(
            "More unusual than 99.94 % of the payments learnt from. A person is to look, whatever the score.",
            "Unusual: Amount: 9,000.",
            "Earlier payments with this card within a day: 0. Speaks against fraud.");
    assertThat(odd(Locale.SIMPLIFIED_CHINESE).reasons())
        .extracting(ModelReason::text)
        .startsWith("比所学付款中的 99.94% 更不寻常。无论分数高低，都需人工查看。", "不寻常之处：金额：9,000。");
  }

  @Test
  void whatWasDecidedBeforeThereWasOddnessSaysNothingOfIt() {
    var decision = new StoredDecision("p-2", 5, Outcome.ALLOW);
    decision.because("[]", "{}", "model");
    PaymentVerdict verdict = new VerdictWords(null, Locale.ENGLISH).of(decision, false);
    assertThat(verdict.anomaly()).isNull();
    assertThat(verdict.reasons()).isEmpty();
  }
}
