package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract on a real device: only by {@code ./shopkeeper test --gpu}, and then it needs one.
 */
class DeviceContractTest extends KernelContract {

  private static JCudaDevice device;

  @BeforeAll
  static void take() {
    Assumptions.assumeTrue(
        Boolean.getBoolean("shopkeeper.gpu"), "needs a device: ./shopkeeper test --gpu");
    device = new JCudaDevice();
  }

  @AfterAll
  static void giveBack() {
    if (device != null) {
      device.close();
    }
  }

  @Override
  protected Kernels subject(Workers workers) {
    return new CudaKernels(new Session(device, device.memory()), new VectorKernels(workers), 0);
  }
}
