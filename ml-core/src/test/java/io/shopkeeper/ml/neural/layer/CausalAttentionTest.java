package io.shopkeeper.ml.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CausalAttentionTest {

  @Test
  void whatComesLaterIsNotSeen() {
    var layer = new CausalAttention(6, 8, 2);
    var slot = new Slot(new float[0], new float[0], 0);
    Pass pass = layer.pass(slot, 1, KernelBackends.start(Workers.callerOnly(), "vector").kernels());
    var random = new SplittableRandom(5);
    float[] input = new float[layer.inputs()];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextGaussian();
    }
    float[] before = pass.forward(input, 1, Mode.EVALUATION).clone();
    Arrays.fill(input, 4 * 24, input.length, 3);
    float[] after = pass.forward(input, 1, Mode.EVALUATION).clone();
    assertThat(Arrays.copyOf(after, 4 * 8)).containsExactly(Arrays.copyOf(before, 4 * 8));
    assertThat(Arrays.copyOfRange(after, 32, 48)).isNotEqualTo(Arrays.copyOfRange(before, 32, 48));
  }
}
