package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleText;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.features.PaymentHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packs are rules, begin on trial, and find what they are for. */
class PackRulesTest {

  private static final long DAY = 86_400_000L;

  private static RuleBook book(String pack) throws RuleSyntaxException {
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, RuleText> each : PackRules.all().get(pack).entrySet()) {
      RuleText text = each.getValue();
      assertThat(text.shadow()).as(each.getKey()).isTrue();
      assertThat(text.nameEn()).isNotBlank();
      assertThat(text.nameZh()).isNotBlank();
      rules.add(
          new Rule(
              each.getKey(),
              1,
              text.nameEn(),
              text.nameZh(),
              text.outcome(),
              false,
              RuleParser.parse(text.condition(), Map.of())));
    }
    return new RuleBook(rules, ListBook.EMPTY, List.of());
  }

  private static Payment payment(
      int id, long time, String customer, String card, String device, String country, long cents) {
    return new Payment(
        "p" + id, time, customer, card, device, null, null, null, cents, "EUR", country, "DE", 0,
        0);
  }

  private static Outcome last(String pack, List<Payment> payments) throws RuleSyntaxException {
    var history = new PaymentHistory();
    Outcome asked = Outcome.ALLOW;
    for (Payment payment : payments) {
      double[] features = PaymentFeatures.of(payment, history);
      history.put(payment);
      asked = book(pack).asked(PaymentFacts.past(features, payment));
    }
    return asked;
  }

  @Test
  void anAccountThatIsUsedFromElsewhereForMuchIsLookedAt() throws RuleSyntaxException {
    List<Payment> usual = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      usual.add(payment(i, 7L * i * DAY, "anna", "card-a", "device-a", "DE", 3_000));
    }
    List<Payment> own = new ArrayList<>(usual);
    own.add(payment(9, 29 * DAY, "anna", "card-a", "device-a", "DE", 3_500));
    assertThat(last(PackRules.TAKEOVER, own)).isEqualTo(Outcome.ALLOW);
    List<Payment> stolen = new ArrayList<>(usual);
    stolen.add(payment(9, 29 * DAY, "anna", "card-a", "device-x", "BR", 30_000));
    assertThat(last(PackRules.TAKEOVER, stolen)).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void oneDeviceWithManyFirstOrdersIsAsked() throws RuleSyntaxException {
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      payments.add(payment(i, i * DAY, "new-" + i, "card-" + i, "device-f", "DE", 2_000));
    }
    assertThat(last(PackRules.ABUSE, payments)).isEqualTo(Outcome.ALLOW);
    payments.add(payment(3, 3 * DAY, "new-3", "card-3", "device-f", "DE", 2_000));
    assertThat(last(PackRules.ABUSE, payments)).isEqualTo(Outcome.CHALLENGE);
  }
}
