package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns from purchases what customers will buy.
 *
 * @param <O> its options
 */
public interface CustomerValueAlgorithm<O extends Record>
    extends Algorithm<PurchaseLog, O, CustomerValueModel> {

  /** Of options: the days after the question that its models' forecasts are about. */
  int horizonDays(O options);

  /** What it cannot learn without. */
  default Needs needs() {
    return new Needs(1, 0);
  }

  /**
   * Customers without whom nothing can be learnt.
   *
   * @param customers how many at least
   * @param horizons before the end of what is learnt from, by when they must have bought first
   */
  record Needs(int customers, int horizons) {}
}
