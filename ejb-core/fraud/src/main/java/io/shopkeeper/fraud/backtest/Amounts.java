package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.features.Payment;
import java.util.HashMap;
import java.util.Map;

/** Sums in hundredths by currency. For one thread. */
final class Amounts {

  private final Map<String, Long> sums = new HashMap<>();

  void add(Payment payment) {
    sums.merge(payment.currency(), payment.cents(), Math::addExact);
  }

  long in(String currency) {
    return sums.getOrDefault(currency, 0L);
  }
}
