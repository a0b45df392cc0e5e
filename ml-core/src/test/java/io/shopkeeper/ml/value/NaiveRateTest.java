package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaiveRateTest extends CustomerValueContract<NaiveRate.Options> {

  @Override
  protected NaiveRate algorithm() {
    return new NaiveRate();
  }

  /** It does not know that customers leave, so that it expects too much. */
  @Override
  protected double slack() {
    return 1.5;
  }

  @Test
  void goesOnAsBefore() {
    var history = new PurchaseHistory(new int[] {0, 30, 90}, new double[] {10, 20, 60});
    ValueForecast forecast = train(planted().getFirst()).forecast(history, 180);
    assertThat(forecast.purchases()).isCloseTo(1.5, within(1e-12));
    assertThat(forecast.value()).isCloseTo(45, within(1e-9));
  }
}
