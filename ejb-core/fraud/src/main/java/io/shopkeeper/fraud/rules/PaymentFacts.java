package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;

/**
 * What rules look at.
 *
 * @param features in the order of {@link PaymentFeatures}
 * @param payment what it is about
 * @param plain what is known only while a payment is judged
 */
public record PaymentFacts(double[] features, Payment payment, Plain plain) {

  /**
   * Texts of which only fingerprints are kept.
   *
   * @param email null where it is not known
   * @param address null where it is not known
   */
  public record Plain(String email, String address) {

    /** Nothing is known any more. */
    public static final Plain FORGOTTEN = new Plain(null, null);
  }

  /** Of a payment of the past. */
  public static PaymentFacts past(double[] features, Payment payment) {
    return new PaymentFacts(features, payment, Plain.FORGOTTEN);
  }

  double value(String feature) {
    return features[PaymentFeatures.place(feature)];
  }
}
