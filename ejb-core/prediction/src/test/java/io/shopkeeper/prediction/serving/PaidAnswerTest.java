package io.shopkeeper.prediction.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.prediction.boundary.PaidInsight;
import io.shopkeeper.prediction.features.PaidPrices;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaidAnswerTest {

  private static PaidInsight of(int lines, int compared, double share, double toUsual) {
    return PaidAnswer.of(new PaidPrices(lines, compared, share, toUsual), Locale.ENGLISH);
  }

  @Test
  void whatWasPaidIsSaid() {
    PaidInsight told = of(12, 8, 0.75, 0.884);
    assertThat(told.reducedShare()).isEqualTo(0.75);
    assertThat(told.toUsual()).isEqualTo(0.884);
    assertThat(told.text())
        .containsExactly(
            "Of 12 lines bought in 90 days 8 are of products whose price moved; 75% of these were bought at a reduced price.",
            "Paid 11.6% less than those products usually cost.");
    assertThat(of(2, 1, 0, 1.05).text())
        .containsExactly(
            "Of 2 lines bought in 90 days one is of a product whose price moved; 0% of these were bought at a reduced price.",
            "Paid 5.0% more than those products usually cost.", "That is little to go by.");
    assertThat(of(9, 9, 0, 1).text()).contains("Paid what those products usually cost.");
  }

  @Test
  void noNumberIsInvented() {
    PaidInsight still = of(3, 0, Double.NaN, Double.NaN);
    assertThat(still.reducedShare()).isNull();
    assertThat(still.toUsual()).isNull();
    assertThat(still.text())
        .containsExactly(
            "Bought 3 lines in 90 days, none of a product whose price moved; how much the price matters is not known.");
    assertThat(of(0, 0, Double.NaN, Double.NaN).text())
        .containsExactly("Bought nothing in 90 days; how much the price matters is not known.");
  }

  @Test
  void chineseSaysTheSame() {
    assertThat(PaidAnswer.of(new PaidPrices(12, 8, 0.75, 0.884), Locale.SIMPLIFIED_CHINESE).text())
        .containsExactly("90 天内购买的 12 项中，有 8 项是价格变动过的商品；其中 75% 以优惠价购买。", "实付价格比这些商品的通常价格低 11.6%。");
  }
}
