package io.shopkeeper.prediction.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.value.BetaGeometric;
import io.shopkeeper.ml.value.BuyTillYouDie;
import io.shopkeeper.ml.value.BuyTillYouDieModel;
import io.shopkeeper.ml.value.GammaGamma;
import io.shopkeeper.ml.value.NaiveRate;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.ml.value.PurchaseSummary;
import io.shopkeeper.ml.worked.RepeatShop;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.CustomerForecast;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ValueInsight;
import io.shopkeeper.prediction.model.ValueModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is told of customers are the figures of the model, and its sentences say the same. */
class ValueAnswerTest {

  private static final PurchaseLog LOG = log();
  private static final BuyTillYouDieModel MODEL =
      (BuyTillYouDieModel)
          new BuyTillYouDie()
              .train(
                  LOG,
                  new BuyTillYouDie.Options(60, true, 1, 0.1, 500),
                  1,
                  TrainingListener.SILENT);

  /** Five purchases, every 20 days, then silence for 40. */
  private static final PurchaseHistory REGULAR =
      new PurchaseHistory(new int[] {100, 120, 140, 160, 180}, new double[] {20, 30, 20, 30, 25});

  private static final LocalDate AS_OF = LocalDate.ofEpochDay(220);

  private static PurchaseLog log() {
    RepeatShop shop =
        RepeatShop.of(
            new BetaGeometric(0.8, 5, 0.8, 3, true), new GammaGamma(5, 4, 30), 2000, 300, 3);
    return new PurchaseLog(shop.customers(), shop.days());
  }

  private static PromotedModel.Serving<ValueModel> serving() {
    return new PromotedModel.Serving<>(3, new ValueModel("bg-nbd", "EUR", 27.4, MODEL));
  }

  private static ValueInsight insight(PurchaseHistory history, Locale locale) {
    return ValueAnswer.of(serving(), history, AS_OF, locale);
  }

  @Test
  void whatIsToldIsWhatTheModelSays() {
    ValueInsight told = insight(REGULAR, Locale.ENGLISH);
    BetaGeometric visits = MODEL.visits();
    var seen = new PurchaseSummary(4, 80 / 7.0, 121 / 7.0, 25);
    assertThat(told.alive()).isCloseTo(visits.alive(seen), within(1e-12));
    assertThat(told.churn()).isCloseTo(1 - visits.alive(seen), within(1e-12));
    assertThat(told.buys()).isCloseTo(visits.buys(seen, 60 / 7.0), within(1e-12));
    assertThat(told.purchases()).isCloseTo(visits.expected(seen, 60 / 7.0), within(1e-12));
    assertThat(told.aliveIfBoughtToday())
        .isCloseTo(visits.alive(new PurchaseSummary(4, 120 / 7.0, 121 / 7.0, 25)), within(1e-12));
    assertThat(told.nextPurchase().earlyDays())
        .isCloseTo(7 * visits.waiting(seen, 0.25), within(0.05));
    assertThat(told.nextPurchase().middleDays())
        .isCloseTo(7 * visits.waiting(seen, 0.5), within(0.05));
    assertThat(told.nextPurchase().lateDays())
        .isCloseTo(7 * visits.waiting(seen, 0.75), within(0.05));
    assertThat(told.nextPurchase().gapDays())
        .isCloseTo(7 * (visits.alpha() + 121 / 7.0) / (visits.r() + 4), within(0.05));
  }

  @Test
  void sentencesHoldTheFiguresAndTheirReasons() {
    ValueInsight told = insight(REGULAR, Locale.ENGLISH);
    assertThat(told.text())
        .containsExactly(
            "Still a customer with a probability of %.1f%%, lost for good with %.1f%%."
                .formatted(100 * told.alive(), 100 * told.churn()),
            ("Bought 5 times in 121 days. Last bought 40 days ago; usually every 20 days. Had the last"
                    + " purchase been today, it would be %.1f%% still a customer: the silence takes"
                    + " %.1f points.")
                .formatted(
                    100 * told.aliveIfBoughtToday(),
                    100 * (told.aliveIfBoughtToday() - told.alive())),
            ("If still a customer, the next purchase is as likely before as after %d days; half of such"
                    + " customers wait %d to %d days. At the rate expected there are %.1f days from one"
                    + " purchase to the next.")
                .formatted(
                    (int) Math.ceil(told.nextPurchase().middleDays()),
                    (int) Math.floor(told.nextPurchase().earlyDays()),
                    (int) Math.ceil(told.nextPurchase().lateDays()),
                    told.nextPurchase().gapDays()),
            ("%.2f purchases are to be expected within 60 days, worth %s EUR; with a probability of"
                    + " %.1f%% there is one at all.")
                .formatted(told.purchases(), told.value(), 100 * told.buys()));
    List<String> chinese = insight(REGULAR, Locale.SIMPLIFIED_CHINESE).text();
    assertThat(chinese).hasSize(4);
    assertThat(chinese.get(0))
        .isEqualTo(
            "仍是顾客的概率为 %.1f%%，永久流失的概率为 %.1f%%。".formatted(100 * told.alive(), 100 * told.churn()));
    assertThat(chinese.get(1)).startsWith("121 天内购买了 5 次。最近一次购买在 40 天前；平时每 20 天购买一次。假如最近一次购买就在今天");
    assertThat(chinese.get(2)).startsWith("若仍是顾客，下次购买在 ").contains("半数此类顾客要等");
    assertThat(chinese.get(3)).startsWith("预计 60 天内购买 ");
  }

  /** Who bought today has no silence to speak of; who bought once long ago may take years. */
  @Test
  void whatCannotBeSaidIsLeftOut() {
    var today = new PurchaseHistory(new int[] {200, 220}, new double[] {20, 20});
    assertThat(insight(today, Locale.ENGLISH).text().get(1))
        .isEqualTo("Bought 2 times in 21 days. Last bought today; usually every 20 days.");
    var once = new PurchaseHistory(new int[] {-2000}, new double[] {20});
    assertThat(insight(once, Locale.ENGLISH).text().get(2))
        .isEqualTo(
            "If still a customer, the next purchase is more likely to come in more than two years than"
                + " before: one purchase says little of when.");
    var naive = new NaiveRate().train(LOG, new NaiveRate.Options(60), 1, TrainingListener.SILENT);
    ValueInsight told =
        ValueAnswer.of(
            new PromotedModel.Serving<>(1, new ValueModel("purchase-rate", "EUR", 27.4, naive)),
            REGULAR,
            AS_OF,
            Locale.ENGLISH);
    assertThat(told.nextPurchase()).isNull();
    assertThat(told.text())
        .hasSize(2)
        .first()
        .isEqualTo(
            "purchase-rate does not say who is lost for good; with a probability of %.1f%% nothing is bought within 60 days."
                .formatted(100 * told.churn()));
  }

  /** The other model's question, answered for its days. */
  @Test
  void bothModelsCanBeReadTogether() {
    var seen = new PurchaseSummary(4, 80 / 7.0, 121 / 7.0, 25);
    CustomerForecast.Beside leaves =
        ValueAnswer.beside(serving(), REGULAR, AS_OF, ShopGoal.LEAVES, 30, Locale.ENGLISH);
    double none = 1 - MODEL.visits().buys(seen, 30 / 7.0);
    assertThat(leaves.probability()).isCloseTo(none, within(1e-12));
    assertThat(leaves.text())
        .startsWith(
            "Customer value (bg-nbd) says %.1f%% for nothing within 30 days. That somebody is lost for good is another question: %.1f%%."
                .formatted(100 * none, 100 * (1 - MODEL.visits().alive(seen))));
    CustomerForecast.Beside buys =
        ValueAnswer.beside(serving(), REGULAR, AS_OF, ShopGoal.BUYS, 30, Locale.SIMPLIFIED_CHINESE);
    assertThat(buys.probability()).isCloseTo(1 - none, within(1e-12));
    assertThat(buys.text())
        .isEqualTo("顾客价值模型（bg-nbd）认为 30 天内会购买的概率为 %.1f%%。".formatted(100 * (1 - none)));
    var naive = new NaiveRate().train(LOG, new NaiveRate.Options(60), 1, TrainingListener.SILENT);
    CustomerForecast.Beside other =
        ValueAnswer.beside(
            new PromotedModel.Serving<>(1, new ValueModel("purchase-rate", "EUR", 27.4, naive)),
            REGULAR,
            AS_OF,
            ShopGoal.LEAVES,
            30,
            Locale.ENGLISH);
    assertThat(other.probability()).isNull();
    assertThat(other.text()).startsWith("Customer value (purchase-rate) speaks of 60 days only: ");
  }
}
