package io.shopkeeper.ml.neural.layer;

/**
 * How a pass goes forward.
 *
 * @param training whether values are dropped and mini-batches measured
 * @param seed of what is random in this mini-batch
 * @param share of the whole mini-batch that these rows are, above 0 to 1
 */
public record Mode(boolean training, long seed, float share) {

  /** As a trained network is used. */
  public static final Mode EVALUATION = new Mode(false, 0, 1);

  /** Of a mini-batch that is learnt from as a whole. */
  public static Mode training(long seed) {
    return new Mode(true, seed, 1);
  }
}
