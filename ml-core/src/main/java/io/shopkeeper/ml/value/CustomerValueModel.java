package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.TrainedModel;
import java.util.OptionalDouble;

/** Says what customers will buy. Implementations are immutable and safe for several threads. */
public interface CustomerValueModel extends TrainedModel {

  /** The days after the question that forecasts are about. */
  int horizonDays();

  /**
   * What is to be expected of a customer.
   *
   * @param history with a purchase before the day at least; later ones are not looked at
   * @param day the first that is not known, days since 1970-01-01
   * @throws IllegalArgumentException if there is no purchase before the day
   */
  ValueForecast forecast(PurchaseHistory history, int day);

  /**
   * How probably there is a purchase at all within other days than those of the horizon.
   *
   * @param history as above
   * @param day as above
   * @param days 1 or more
   * @return 0 to 1; empty where the model speaks of its horizon only
   * @throws IllegalArgumentException as above
   */
  default OptionalDouble buysWithin(PurchaseHistory history, int day, int days) {
    return days == horizonDays()
        ? OptionalDouble.of(forecast(history, day).buys())
        : OptionalDouble.empty();
  }

  /**
   * Why the value of the forecast is what it is.
   *
   * @param history as above
   * @param day as above
   * @throws IllegalArgumentException as above
   */
  ValueReasons explain(PurchaseHistory history, int day);
}
