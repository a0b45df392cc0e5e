package io.shopkeeper.bench.peer;

/** A library that searches vectors approximately by inner product; found by ServiceLoader. */
public interface SearchPeer extends AutoCloseable {

  /** Its name. */
  String name();

  /**
   * Builds its index with 16 links and a beam of 100.
   *
   * @param items row by row
   * @param width values of each
   */
  void build(float[] items, int width);

  /**
   * The best ten.
   *
   * @param beam how many it looks for, of which the best ten count
   */
  int[] top(float[] query, int beam);

  /** Bytes of its index. */
  long bytes();

  @Override
  void close();
}
