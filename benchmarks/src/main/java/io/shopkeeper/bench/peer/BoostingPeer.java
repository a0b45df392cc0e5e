package io.shopkeeper.bench.peer;

/** A library that boosts trees of two classes; found by ServiceLoader. */
public interface BoostingPeer extends AutoCloseable {

  /** Its name. */
  String name();

  /** The shape that its users begin with. */
  TreeShape usual();

  /**
   * Trains 100 trees with a rate of 0.1; its own form of the rows is made anew each time.
   *
   * @param rows row by row
   * @param labels 1 or 0
   */
  void train(float[] rows, float[] labels, TreeShape shape, int threads);

  /** The probability that the last trained model gives one row, by the library's call for one. */
  double score(float[] row);

  /** Frees what it holds. */
  @Override
  void close();
}
