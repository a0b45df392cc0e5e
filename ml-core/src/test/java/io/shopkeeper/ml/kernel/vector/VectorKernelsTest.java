package io.shopkeeper.ml.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorKernelsTest extends KernelContract {

  private static final int ROWS = 8;
  private static final int COLUMNS = 100;

  /** Enough for the compiler to come to it. */
  private static final int TIMES = 15_000;

  @Override
  protected Kernels subject(Workers workers) {
    return new VectorKernels(workers);
  }

  @Test
  void theCompilerChangesNoBit() {
    Kernels kernels = new VectorKernels(Workers.callerOnly());
    List<Set<String>> found =
        IntStream.range(0, 7).<Set<String>>mapToObj(i -> new HashSet<>()).toList();
    for (int time = 0; time < TIMES; time++) {
      // What happened before does not matter: the same numbers go in each time.
      float[] x = numbers(ROWS * COLUMNS);
      float[] y = new float[ROWS * COLUMNS];
      int place = 0;
      for (Activation function : Activation.values()) {
        kernels.activate(function, x, y);
        found.get(place++).add(bits(y));
      }
      kernels.gemv(false, ROWS, COLUMNS, 1, FloatBlock.of(x, COLUMNS), x, 0, y);
      found.get(place++).add(bits(y));
      kernels.rowNorms(ROWS, COLUMNS, FloatBlock.of(x, COLUMNS), y);
      found.get(place++).add(bits(y));
      kernels.softmax(ROWS, COLUMNS, FloatBlock.of(x, COLUMNS));
      found.get(place).add(bits(x));
    }
    assertThat(found).allSatisfy(bits -> assertThat(bits).hasSize(1));
  }

  private static float[] numbers(int count) {
    var random = new SplittableRandom(1);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-4, 4);
    }
    return numbers;
  }

  private static String bits(float[] values) {
    int hash = 1;
    for (float value : values) {
      hash = 31 * hash + Float.floatToRawIntBits(value);
    }
    return Integer.toHexString(hash);
  }
}
