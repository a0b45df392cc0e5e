package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Assumptions;

/** The contract of kernels, by the source of the device's kernels run on the CPU. */
class EmulatedCudaTest extends KernelContract {

  @Override
  protected boolean patient() {
    return false;
  }

  @Override
  protected Kernels subject(Workers workers) {
    try {
      var session = new Session(EmulatedDevice.open(), 1L << 28);
      return new CudaKernels(session, new VectorKernels(workers), 0);
    } catch (UnavailableException missing) {
      return Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }
}
