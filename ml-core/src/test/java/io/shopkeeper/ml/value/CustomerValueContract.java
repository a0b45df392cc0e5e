package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.worked.RepeatShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all that say what customers are worth keep to. */
abstract class CustomerValueContract<O extends Record>
    extends AlgorithmContract<PurchaseLog, O, CustomerValueModel> {

  @Override
  protected abstract CustomerValueAlgorithm<O> algorithm();

  @Override
  protected List<PurchaseLog> planted() {
    return List.of(PlantedShop.log(600, 4));
  }

  @Override
  protected void saysTheSame(CustomerValueModel stored, CustomerValueModel read, PurchaseLog data) {
    assertThat(read.horizonDays()).isEqualTo(stored.horizonDays());
    for (PurchaseHistory one : data.customers()) {
      assertThat(read.forecast(one, data.end())).isEqualTo(stored.forecast(one, data.end()));
      assertThat(read.explain(one, data.end())).isEqualTo(stored.explain(one, data.end()));
    }
  }

  @Test
  void forecastsAreWithinTheirBoundsAndReasonsAddUp() {
    PurchaseLog log = planted().getFirst();
    CustomerValueModel model = train(log);
    for (PurchaseHistory one : log.customers()) {
      ValueForecast forecast = model.forecast(one, log.end());
      assertThat(forecast.purchases()).isNotNegative().isFinite();
      assertThat(forecast.buys()).isBetween(0.0, 1.0);
      forecast
          .activity()
          .ifPresent(
              activity -> {
                assertThat(activity.alive()).isBetween(0.0, activity.aliveIfBoughtToday());
                assertThat(activity.aliveIfBoughtToday()).isLessThanOrEqualTo(1);
                assertThat(activity.earlyDays()).isBetween(0.0, activity.middleDays());
                assertThat(activity.lateDays()).isGreaterThan(activity.middleDays());
              });
      assertThat(model.buysWithin(one, log.end(), model.horizonDays()).orElseThrow())
          .isEqualTo(forecast.buys());
      assertThat(forecast.spend()).isNotNegative().isFinite();
      assertThat(forecast.value()).isNotNegative().isFinite();
      assertThat(model.explain(one, log.end()).value())
          .isCloseTo(forecast.value(), within(1e-6 * (1 + forecast.value())));
    }
  }

  /** What comes later is not seen: neither purchases after the day, nor by the training. */
  @Test
  void theFutureDoesNotExist() {
    List<PurchaseHistory> whole = PlantedShop.whole(600, 4).customers();
    PurchaseLog log = planted().getFirst();
    CustomerValueModel model = train(log);
    assertThat(log.customers()).isNotEqualTo(whole);
    for (PurchaseHistory one : whole) {
      if (one.days()[0] < log.end()) {
        assertThat(model.forecast(one, log.end()))
            .isEqualTo(model.forecast(one.before(log.end()), log.end()));
      }
    }
    assertThatThrownBy(() -> model.forecast(whole.getFirst(), whole.getFirst().days()[0]))
        .hasMessageContaining("no purchase before day");
  }

  /**
   * All customers together buy about what was forecast, and those of whom more was expected more.
   */
  @Test
  void followsThePlantedShop() {
    RepeatShop shop = PlantedShop.whole(3000, 9);
    PurchaseLog log = new PurchaseLog(shop.customers(), PlantedShop.DAYS).asOf(PlantedShop.END);
    CustomerValueModel model = train(log);
    double expected = 0;
    double bought = 0;
    double spent = 0;
    double value = 0;
    for (PurchaseHistory one : shop.customers()) {
      if (one.days()[0] < log.end()) {
        PurchaseHistory after = one.within(log.end(), log.end() + model.horizonDays());
        ValueForecast forecast = model.forecast(one, log.end());
        expected += forecast.purchases();
        bought += after.purchases();
        value += forecast.value();
        spent += after.spent();
      }
    }
    assertThat(expected / bought).isBetween(1 - slack(), 1 + slack());
    assertThat(value / spent).isBetween(1 - slack(), 1 + slack());
  }

  /** How far the sum of all may be off, as a share. */
  protected double slack() {
    return 0.1;
  }
}
