package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.features.PaymentFeatures;

/**
 * What must hold of one feature.
 *
 * @param feature a name of {@link PaymentFeatures}
 * @param is how it is compared
 * @param value with what
 */
public record Condition(String feature, Comparison is, double value) {

  public Condition {
    if (PaymentFeatures.find(feature).isEmpty()) {
      throw new IllegalArgumentException("There is no feature " + feature + ".");
    }
    if (is == null || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The condition on " + feature + " needs a comparison and a number.");
    }
  }

  boolean holds(double[] features) {
    return is.holds(seen(features), value);
  }

  double seen(double[] features) {
    return features[PaymentFeatures.place(feature)];
  }
}
