package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.encode.RowBlocks;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.function.IntFunction;

/**
 * Sums over all blocks of rows: so many chunks of neighbouring blocks, whatever the number of
 * threads, added in their order. Memory is that of {@value #MOST} sums.
 */
final class Chunks {

  private static final int MOST = 32;

  private Chunks() {}

  /** What is added up. */
  interface Sum<S> {

    /** Adds a block. */
    void add(int block);

    /** Adds all that another one holds. */
    void addAll(S other);
  }

  /**
   * Adds up.
   *
   * @param maker an empty sum
   * @param listener can stop it after any block
   */
  static <S extends Sum<S>> S sum(RowBlocks rows, IntFunction<S> maker, TrainingListener listener) {
    int blocks = rows.blocks();
    int chunks = Math.min(MOST, blocks);
    Object[] sums = new Object[chunks];
    KernelBackends.current()
        .workers()
        .forEach(
            chunks,
            chunk -> {
              S sum = maker.apply(chunk);
              int end = (int) ((chunk + 1L) * blocks / chunks);
              for (int block = (int) ((long) chunk * blocks / chunks); block < end; block++) {
                listener.stopIfCancelled();
                sum.add(block);
              }
              sums[chunk] = sum;
            });
    S all = maker.apply(0);
    for (Object sum : sums) {
      @SuppressWarnings("unchecked")
      S one = (S) sum;
      all.addAll(one);
    }
    return all;
  }
}
