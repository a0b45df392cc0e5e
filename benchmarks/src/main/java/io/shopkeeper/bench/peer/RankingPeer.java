package io.shopkeeper.bench.peer;

/**
 * A library that finds the best ten of many vectors by their inner product; found by ServiceLoader.
 */
public interface RankingPeer {

  /** Its name. */
  String name();

  /**
   * Makes it ready.
   *
   * @param items row by row
   * @param width values of each
   */
  void load(float[] items, int width);

  /** The ten best. */
  int[] top(float[] query);
}
