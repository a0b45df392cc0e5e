package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/**
 * −ln p of the item that came next, p being the softmax of the products of what a position became
 * with the vectors of the items, the same vectors that go in (Press and Wolf: Using the Output
 * Embedding to Improve Language Models, EACL 2017). With all items as candidates this learns more
 * than with a few drawn ones (Klenitskiy and Vasilev: Turning Dross Into Gold Loss, RecSys 2023).
 *
 * <p>With buffers of its own, for one thread.
 */
final class NextItem {

  private static final int AT_ONCE = 128;
  private static final double SMALLEST = 1e-30;

  private final Kernels kernels;
  private final float[] values;
  private final float[] gradients;
  private final int items;
  private final int width;
  private final float[] states;
  private final float[] slopes;
  private final float[] scores;
  private final int[] origins = new int[AT_ONCE];
  private final int[] truths = new int[AT_ONCE];
  private int size;
  private double loss;

  /**
   * Gets ready.
   *
   * @param values of the network, the items' vectors first
   * @param gradients of the same; added to
   */
  NextItem(float[] values, float[] gradients, int items, int width, Kernels kernels) {
    this.kernels = kernels;
    this.values = values;
    this.gradients = gradients;
    this.items = items;
    this.width = width;
    this.states = new float[AT_ONCE * width];
    this.slopes = new float[AT_ONCE * width];
    this.scores = new float[AT_ONCE * items];
  }

  /**
   * Measures windows and says which way is down.
   *
   * @param hidden what each position became, windows × length × width
   * @param upstream its gradient; written, 0 beyond the ends of windows
   * @return the sum of the losses
   */
  double learn(float[] hidden, int[][] windows, int length, float scale, float[] upstream) {
    Arrays.fill(upstream, 0, windows.length * length * width, 0);
    loss = 0;
    for (int row = 0; row < windows.length; row++) {
      for (int place = 0; place + 1 < windows[row].length; place++) {
        int origin = (row * length + place) * width;
        System.arraycopy(hidden, origin, states, size * width, width);
        origins[size] = origin;
        truths[size++] = windows[row][place + 1];
        if (size == AT_ONCE) {
          flush(scale, upstream);
        }
      }
    }
    flush(scale, upstream);
    return loss;
  }

  private void flush(float scale, float[] upstream) {
    if (size == 0) {
      return;
    }
    var vectors = FloatBlock.of(values, width);
    var rows = FloatBlock.of(states, width);
    var weights = FloatBlock.of(scores, items);
    kernels.gemm(new GemmShape(size, items, width, false, true), 1, rows, vectors, 0, weights);
    kernels.softmax(size, items, weights);
    for (int i = 0; i < size; i++) {
      slope(i, scale);
    }
    kernels.gemm(
        GemmShape.of(size, width, items), 1, weights, vectors, 0, FloatBlock.of(slopes, width));
    kernels.gemm(
        new GemmShape(items, width, size, true, false),
        1,
        weights,
        rows,
        1,
        FloatBlock.of(gradients, width));
    for (int i = 0; i < size; i++) {
      System.arraycopy(slopes, i * width, upstream, origins[i], width);
    }
    size = 0;
  }

  private void slope(int row, float scale) {
    int from = row * items;
    int truth = truths[row];
    loss -= Math.log(Math.max(SMALLEST, scores[from + truth]));
    for (int i = from; i < from + items; i++) {
      scores[i] *= scale;
    }
    scores[from + truth] -= scale;
  }
}
