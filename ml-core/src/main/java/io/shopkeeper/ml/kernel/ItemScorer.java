package io.shopkeeper.ml.kernel;

/**
 * Item vectors made ready for one kernel provider, to be scored against queries. Immutable and safe
 * for use by several threads, except {@link #close}.
 */
public interface ItemScorer extends AutoCloseable {

  /** How many items. */
  int items();

  /** Values of each vector. */
  int width();

  /**
   * For each query the k items of the greatest inner product, best first; ties go to the lower
   * item, NaN is never ranked. Scores are made and selected in blocks: never queries × items.
   *
   * @param queries count × width, row by row
   * @param count 0 or more
   * @param k at least 1; fewer are given where there are fewer items
   * @param filter which items may be ranked; called from several threads
   * @throws IllegalArgumentException if the queries are too few or k is less than 1
   */
  RankedRows top(float[] queries, int count, int k, ItemFilter filter);

  /** Gives back what is held outside the heap; none by most providers. */
  @Override
  default void close() {}

  /** Which items may be ranked. */
  @FunctionalInterface
  interface ItemFilter {

    /** All of them. */
    ItemFilter ALL = (query, item) -> true;

    /** Whether an item may be ranked for a query (its row). */
    boolean admits(int query, int item);
  }
}
