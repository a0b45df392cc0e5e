package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Worth KNOWN = new Worth(10, "EUR", 0.3);

  private static Map<String, ArmTally> count(Told told) {
    Map<String, ArmTally> arms = new HashMap<>();
    Tally.count(told.group(), new Attribution(100), arms);
    return arms;
  }

  @Test
  void whatTheCustomerBoughtIsTheVisitorsThatSawItLast() {
    Map<String, ArmTally> arms =
        count(
            new Told()
                .shown("v:tablet", "home", 1, 0, "p")
                .shown("v:phone", "home", 2, 10, "p")
                .act(EventType.PURCHASE, "p", 2.0, 20, KNOWN, "c:anna", "v:phone", "v:tablet"));
    assertThat(arms.get("arm-v:phone").purchases()).isOne();
    assertThat(arms.get("arm-v:phone").sample(Metric.REVENUE).mean()).isEqualTo(20);
    assertThat(arms.get("arm-v:phone").sample(Metric.MARGIN).mean()).isEqualTo(6);
    assertThat(arms.get("arm-v:tablet").purchases()).isZero();
  }

  @Test
  void whatIsShownIsCountedEachTimeAndWhoeverActsOnce() {
    ArmTally arm =
        count(
                new Told()
                    .shown("v:a", "home", 1, 0, "p")
                    .shown("v:a", "home", 1, 5, "p", "q")
                    .click("p", 6, "v:a")
                    .click("q", 7, "v:a")
                    .act(EventType.CART, "q", null, 8, KNOWN, "v:a"))
            .get("arm-v:a");
    assertThat(arm.visitors()).isOne();
    assertThat(arm.impressions()).isEqualTo(2);
    assertThat(arm.sample(Metric.CLICK).mean()).as("the share of visitors").isEqualTo(1);
    assertThat(arm.sample(Metric.CART).mean()).isEqualTo(1);
    assertThat(arm.sample(Metric.PURCHASE).mean()).isZero();
    ArmTally clicked =
        count(new Told().shown("v:a", "home", 1, 0, "p").click("p", 1, "v:a")).get("arm-v:a");
    assertThat(clicked.sample(Metric.CART).mean()).as("a click is no cart").isZero();
  }

  @Test
  void purchasesOfWhichTheMarginIsNotKnownAreCountedAndBringNone() {
    ArmTally arm =
        count(
                new Told()
                    .shown("v:a", "home", 1, 0, "p", "q")
                    .act(EventType.PURCHASE, "p", null, 1, KNOWN, "v:a")
                    .act(EventType.PURCHASE, "q", null, 1, new Worth(10, "EUR", Double.NaN), "v:a"))
            .get("arm-v:a");
    assertThat(arm.purchases()).isEqualTo(2);
    assertThat(arm.withoutMargin()).isOne();
    assertThat(arm.sample(Metric.REVENUE).mean()).isEqualTo(20);
    assertThat(arm.sample(Metric.MARGIN).mean()).isEqualTo(3);
  }
}
