package io.shopkeeper.prediction.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.prediction.model.ValueModel;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValueWordsTest {

  private static final ValueModel MODEL = new ValueModel("bg-nbd", "EUR", 27.4, null);

  private static ValueWords words(Locale locale, int day, int... days) {
    double[] spends = new double[days.length];
    Arrays.fill(spends, 1234.5);
    return new ValueWords(new PurchaseHistory(days, spends), day, MODEL, locale);
  }

  @Test
  void regularsAndNewcomersAreSpokenOf() {
    ValueWords regular = words(Locale.ENGLISH, 1300, 0, 20, 40);
    assertThat(regular.frequency()).isEqualTo("Bought 3 times in 1,300 days.");
    assertThat(regular.recency()).isEqualTo("Last bought 1,259 days ago; usually every 20 days.");
    assertThat(regular.spend())
        .isEqualTo("Spends 1,234.50 EUR at a purchase; customers of the shop spend 27.40 EUR.");
    ValueWords daily = words(Locale.ENGLISH, 3, 0, 1);
    assertThat(daily.recency()).isEqualTo("Last bought yesterday; usually every day.");
    ValueWords fresh = words(Locale.ENGLISH, 8, 7);
    assertThat(fresh.frequency()).isEqualTo("Bought once in a day.");
    assertThat(fresh.recency()).isEqualTo("Bought once, today.");
  }

  @Test
  void chineseSaysTheSame() {
    ValueWords regular = words(Locale.SIMPLIFIED_CHINESE, 200, 0, 20, 40);
    assertThat(regular.frequency()).isEqualTo("200 天内购买了 3 次。");
    assertThat(regular.recency()).isEqualTo("最近一次购买在 159 天前；平时每 20 天购买一次。");
    assertThat(regular.spend()).isEqualTo("每次购买花费 1,234.50 EUR；本店顾客平均为 27.40 EUR。");
    assertThat(words(Locale.SIMPLIFIED_CHINESE, 8, 7).recency()).isEqualTo("只购买过一次，就在今天。");
  }
}
