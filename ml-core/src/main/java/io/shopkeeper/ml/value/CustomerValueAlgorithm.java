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
}
