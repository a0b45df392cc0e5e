package io.shopkeeper.ml.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Numbers;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies beside work: nothing is read before it is there, and nothing is overwritten too early. */
class CopyOrderTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void manyStripsInAnyOrder(long seed) {
    int m = 64;
    int k = 64 * 20;
    float[] a = Numbers.PLAIN.make(m * k, 1);
    float[] b = Numbers.PLAIN.make(k * m, 2);
    float[] expected = new float[m * m];
    float[] found = new float[m * m];
    var cpu = new ScalarKernels(Workers.callerOnly());
    var shape = GemmShape.of(m, m, k);
    cpu.gemm(shape, 1, FloatBlock.of(a, k), FloatBlock.of(b, m), 0, FloatBlock.of(expected, m));
    var device = new InterleavedDevice(emulated(), null, seed);

    try (var kernels = new CudaKernels(new Session(device, 300 << 10), cpu, 0)) {
      kernels.gemm(shape, 1, FloatBlock.of(a, k), FloatBlock.of(b, m), 0, FloatBlock.of(found, m));
    }

    assertThat(found).containsExactly(expected, within(1e-3f));
    assertThat(device.overtakings()).as("copies went on beside work").isPositive();
  }

  private static EmulatedDevice emulated() {
    try {
      return EmulatedDevice.open();
    } catch (UnavailableException missing) {
      return Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }
}
