package io.shopkeeper.ml.value;

/**
 * Why a customer is expected to spend so much. All four add up to the value of the forecast.
 *
 * @param base what a customer of whom nothing is known is expected to spend: the mean of all
 * @param frequency what it adds how often was bought in how long a time
 * @param recency what it adds how long ago the last purchase is, usually below 0
 * @param spend what it adds how much was spent at a purchase
 */
public record ValueReasons(double base, double frequency, double recency, double spend) {

  /** The value of the forecast. */
  public double value() {
    return base + frequency + recency + spend;
  }
}
