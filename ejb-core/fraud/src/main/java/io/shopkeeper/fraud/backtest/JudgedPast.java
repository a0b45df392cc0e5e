package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.features.Payment;
import java.util.Optional;

/**
 * A payment of the past with what would have been asked for it.
 *
 * @param fraud what it turned out to be; empty while nobody knows
 * @param knownDays since the customer's first payment; NaN for a guest
 * @param alone by the candidate
 * @param published by what is published
 * @param rules by the published rules without the model
 * @param score of the live model, 0 to 1; empty without one
 * @param together by both
 */
record JudgedPast(
    Payment payment,
    Optional<Boolean> fraud,
    double knownDays,
    Outcome alone,
    Outcome published,
    Outcome together,
    Outcome rules,
    Optional<Double> score) {

  boolean isFraud() {
    return fraud.orElse(false);
  }

  boolean isGood() {
    return fraud.isPresent() && !fraud.get();
  }

  String label() {
    return fraud.isEmpty() ? "open" : fraud.get() ? "fraud" : "good";
  }
}
