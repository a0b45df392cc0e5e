package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.TrainedModel;

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
   * Why the value of the forecast is what it is.
   *
   * @param history as above
   * @param day as above
   * @throws IllegalArgumentException as above
   */
  ValueReasons explain(PurchaseHistory history, int day);
}
