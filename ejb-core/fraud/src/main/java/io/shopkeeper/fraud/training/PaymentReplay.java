package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.features.PaymentHistory;
import io.shopkeeper.fraud.features.Window;

/** Payments in the order of time, each with what was known of it then. For one thread. */
final class PaymentReplay {

  private static final int BETWEEN = 20_000;

  private final PaymentHistory history = new PaymentHistory();
  private int since;

  /** The features of the next payment, which is not older than the one before. */
  double[] next(Payment payment) {
    double[] features = PaymentFeatures.of(payment, history);
    history.put(payment);
    if (++since >= BETWEEN) {
      since = 0;
      history.removeBefore(payment.time() - Window.LONGEST.length().toMillis());
    }
    return features;
  }
}
