package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/**
 * Scaled dot-product attention in which each position sees itself and those before it: softmax(Q·Kᵀ
 * / √w)·V for each head, w being its width (Vaswani and others: Attention Is All You Need, NIPS
 * 2017, section 3.2). A position comes as its query, key and value, one after the other, each heads
 * × w; what lies behind a sequence's end is not seen by the positions before.
 *
 * @param positions of a sequence
 * @param width heads × w
 * @param heads which the width is divided into
 */
public record CausalAttention(int positions, int width, int heads) implements Layer {

  public CausalAttention {
    if (heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException("%d heads do not divide %d".formatted(heads, width));
    }
  }

  @Override
  public int inputs() {
    return Math.multiplyExact(positions, 3 * width);
  }

  @Override
  public int outputs() {
    return positions * width;
  }

  @Override
  public long work() {
    return 2L * positions * positions * width;
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new Attending(rows, kernels);
  }

  private final class Attending implements Pass {
    private final Kernels kernels;
    private final int part = width / heads;
    private final int square = positions * positions;
    private final float scale = (float) (1 / Math.sqrt(part));
    private final GemmShape byWeights = GemmShape.of(positions, part, positions);
    private final GemmShape byWeightsTransposed =
        new GemmShape(positions, part, positions, true, false);
    private final GemmShape pairs = new GemmShape(positions, positions, part, false, true);
    private final float[] weights;
    private final FloatBlock scores = FloatBlock.of(new float[square], positions);
    private final float[] output;
    private final float[] downstream;
    private float[] input;

    Attending(int rows, Kernels kernels) {
      this.kernels = kernels;
      this.weights = new float[Math.multiplyExact(rows * heads, square)];
      this.output = new float[rows * outputs()];
      this.downstream = new float[rows * inputs()];
    }

    /** Queries (0), keys (1) or values (2) of a head. */
    private FloatBlock of(float[] values, int row, int which, int head) {
      return new FloatBlock(values, row * inputs() + which * width + head * part, 3 * width);
    }

    private FloatBlock outputOf(float[] values, int row, int head) {
      return new FloatBlock(values, row * outputs() + head * part, width);
    }

    private FloatBlock weightsOf(int row, int head) {
      return new FloatBlock(weights, (row * heads + head) * square, positions);
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      for (int row = 0; row < rows; row++) {
        for (int head = 0; head < heads; head++) {
          FloatBlock own = weightsOf(row, head);
          kernels.gemm(pairs, scale, of(input, row, 0, head), of(input, row, 1, head), 0, own);
          for (int i = 0; i < positions; i++) {
            int from = own.offset() + i * positions;
            Arrays.fill(weights, from + i + 1, from + positions, Float.NEGATIVE_INFINITY);
          }
          kernels.softmax(positions, positions, own);
          kernels.gemm(byWeights, 1, own, of(input, row, 2, head), 0, outputOf(output, row, head));
        }
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (!onward) {
        return NONE;
      }
      for (int row = 0; row < rows; row++) {
        for (int head = 0; head < heads; head++) {
          FloatBlock own = weightsOf(row, head);
          FloatBlock up = outputOf(upstream, row, head);
          kernels.gemm(byWeightsTransposed, 1, own, up, 0, of(downstream, row, 2, head));
          kernels.gemm(pairs, 1, up, of(input, row, 2, head), 0, scores);
          throughSoftmax(own.offset());
          kernels.gemm(
              byWeights, scale, scores, of(input, row, 1, head), 0, of(downstream, row, 0, head));
          kernels.gemm(
              byWeightsTransposed,
              scale,
              scores,
              of(input, row, 0, head),
              0,
              of(downstream, row, 1, head));
        }
      }
      return downstream;
    }

    /** ∂s = a ∘ (∂a − Σ a·∂a), row by row; where a is 0, so is ∂s. */
    private void throughSoftmax(int at) {
      float[] values = scores.values();
      for (int from = 0; from < square; from += positions) {
        float sum = Sums.products(values, from, weights, at + from, positions);
        for (int i = from; i < from + positions; i++) {
          values[i] = weights[at + i] * (values[i] - sum);
        }
      }
    }
  }
}
