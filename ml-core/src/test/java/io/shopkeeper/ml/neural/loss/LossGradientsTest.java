package io.shopkeeper.ml.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Losses by hand, and their gradients against finite differences. */
class LossGradientsTest {

  private static final Kernels KERNELS =
      KernelBackends.start(Workers.callerOnly(), "vector").kernels();
  private static final int ROWS = 7;

  private static void check(Loss loss, long seed) {
    var random = new SplittableRandom(seed);
    int[] rows = random.ints(ROWS + 1, 0, ROWS).toArray();
    float[] outputs = new float[ROWS * loss.outputs()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) (2 * random.nextGaussian());
    }
    float[] gradient = new float[outputs.length];
    loss.at(outputs.clone(), rows, 1, ROWS, 0.5f, gradient, KERNELS);
    float step = 1f / 128;
    float[] unused = new float[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      float[] above = outputs.clone();
      float[] below = outputs.clone();
      above[i] += step;
      below[i] -= step;
      double slope =
          0.5
              * (loss.at(above, rows, 1, ROWS, 0.5f, unused, KERNELS)
                  - loss.at(below, rows, 1, ROWS, 0.5f, unused, KERNELS))
              / (2 * step);
      assertThat((double) gradient[i]).isCloseTo(slope, within(2e-3));
    }
  }

  private static float[] weights(long seed) {
    float[] weights = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      weights[i] = (seed + i) % 3;
    }
    return weights;
  }

  @Property(tries = 30, seed = "11")
  void binary(@ForAll @IntRange(min = 0, max = 1000) int seed) {
    int[] codes = new SplittableRandom(seed).ints(ROWS, 0, 2).toArray();
    check(new BinaryCrossEntropy(codes, weights(seed)), seed);
  }

  @Property(tries = 30, seed = "11")
  void softmax(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 2, max = 20) int classes) {
    int[] codes = new SplittableRandom(seed).ints(ROWS, 0, classes).toArray();
    check(new SoftmaxCrossEntropy(classes, codes, weights(seed), 0), seed);
    check(new SoftmaxCrossEntropy(classes, codes, weights(seed), 0.2f), seed);
  }

  @Property(tries = 30, seed = "11")
  void squared(@ForAll @IntRange(min = 0, max = 1000) int seed) {
    float[] values = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = i - 3;
    }
    check(new SquaredError(values, weights(seed)), seed);
  }

  @Test
  void byHand() {
    float[] ones = {1, 1};
    float[] gradient = new float[2];
    var binary = new BinaryCrossEntropy(new int[] {1, 0}, ones);
    double loss = binary.at(new float[] {0, 200}, new int[] {0, 1}, 0, 2, 1, gradient, KERNELS);
    assertThat(loss).isCloseTo(Math.log(2) + 200, within(1e-6));
    assertThat(gradient).containsExactly(-0.5f, 1);

    var softmax = new SoftmaxCrossEntropy(2, new int[] {0, 1}, ones, 0);
    loss =
        softmax.at(
            new float[] {0, (float) Math.log(3), 0, 0},
            new int[] {0, 1},
            0,
            2,
            1,
            new float[4],
            KERNELS);
    assertThat(loss).isCloseTo(Math.log(4) + Math.log(2), within(1e-6));

    var squared = new SquaredError(new float[] {1, -1}, ones);
    assertThat(squared.at(new float[] {3, -1}, new int[] {0, 1}, 0, 2, 1, gradient, KERNELS))
        .isCloseTo(2, within(1e-6));
    assertThat(gradient).containsExactly(2, 0);
  }
}
