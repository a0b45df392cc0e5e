package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract on a small device that copies and works at once, and multiplies by cuBLAS'
 * interface.
 */
class InterleavedDeviceTest extends KernelContract {

  @Override
  protected int mostRows() {
    return 300;
  }

  @Override
  protected boolean patient() {
    return false;
  }

  @Override
  protected Kernels subject(Workers workers) {
    try {
      var device =
          new InterleavedDevice(EmulatedDevice.open(), EmulatedDevice.cublas(), workers.width());
      return new CudaKernels(new Session(device, 1L << 18), new VectorKernels(workers), 0);
    } catch (UnavailableException missing) {
      return Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }
}
