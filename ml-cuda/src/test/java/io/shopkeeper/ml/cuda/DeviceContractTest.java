package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract on a real device, once with cuBLAS where the system has it and once without: only by
 * {@code ./shopkeeper test --gpu}, and then it needs one.
 */
class DeviceContractTest {

  @Nested
  class WithCublas extends OnDevice {
    WithCublas() {
      super(true);
    }
  }

  @Nested
  class WithOurOwnProducts extends OnDevice {
    WithOurOwnProducts() {
      super(false);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnDevice extends KernelContract {

    private final boolean withCublas;
    private JCudaDevice device;

    OnDevice(boolean withCublas) {
      this.withCublas = withCublas;
    }

    @BeforeAll
    void take() {
      Assumptions.assumeTrue(
          Boolean.getBoolean("shopkeeper.gpu"), "needs a device: ./shopkeeper test --gpu");
      device = new JCudaDevice(withCublas);
    }

    @AfterAll
    void giveBack() {
      if (device != null) {
        device.close();
      }
    }

    @Override
    protected Kernels subject(Workers workers) {
      return new CudaKernels(new Session(device, device.memory()), new VectorKernels(workers), 0);
    }
  }
}
