package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Assumptions;

/** The same on a device with so little memory that work is cut into pieces. */
class SmallDeviceTest extends KernelContract {

  @Override
  protected int mostRows() {
    return 300;
  }

  @Override
  protected Kernels subject(Workers workers) {
    try {
      var session = new Session(EmulatedDevice.open(), 1L << 17);
      return new CudaKernels(session, new VectorKernels(workers), 0);
    } catch (UnavailableException missing) {
      return Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }
}
