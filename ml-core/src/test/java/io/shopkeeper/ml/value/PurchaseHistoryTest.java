package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {

  @Test
  void purchasesOfADayAreOne() {
    PurchaseHistory history =
        PurchaseHistory.of(new int[] {9, 2, 9, 30}, new double[] {1, 5, 2, 4});
    assertThat(history)
        .isEqualTo(new PurchaseHistory(new int[] {2, 9, 30}, new double[] {5, 3, 4}));
    assertThat(history.before(9).purchases()).isEqualTo(1);
    assertThat(history.before(10).spent()).isEqualTo(8);
    assertThat(history.within(9, 30).days()).containsExactly(9);
    assertThat(history.within(40, 10).purchases()).isZero();
  }

  @Test
  void theSummaryIsInWeeks() {
    PurchaseHistory history =
        new PurchaseHistory(new int[] {0, 14, 35, 70}, new double[] {1, 2, 6, 9});
    PurchaseSummary seen = PurchaseSummary.of(history, 70);
    assertThat(seen.repeats()).isEqualTo(2);
    assertThat(seen.recency()).isCloseTo(5, within(1e-12));
    assertThat(seen.age()).isCloseTo(10, within(1e-12));
    assertThat(seen.meanSpend()).isCloseTo(3, within(1e-12));
  }

  @Test
  void theLogForgetsWhatIsLater() {
    var early = new PurchaseHistory(new int[] {1, 8}, new double[] {1, 1});
    var late = new PurchaseHistory(new int[] {8}, new double[] {1});
    PurchaseLog log = new PurchaseLog(List.of(early, late), 9).asOf(8);
    assertThat(log.customers()).containsExactly(early.before(8));
    assertThatThrownBy(() -> new PurchaseLog(List.of(late), 8))
        .hasMessageContaining("a later purchase");
    assertThatThrownBy(() -> new PurchaseHistory(new int[] {3, 3}, new double[] {1, 1}))
        .hasMessageContaining("days must rise");
  }
}
