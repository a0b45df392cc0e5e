package io.shopkeeper.ml.kernel.blas;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.vector.VectorKernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

class BlasKernelsTest extends KernelContract {

  private static OpenBlas blas;

  @BeforeAll
  static void load() {
    try {
      blas = OpenBlas.load();
    } catch (UnavailableException missing) {
      Assumptions.abort("OpenBLAS is not here: " + missing.getMessage());
    }
  }

  @AfterAll
  static void unload() {
    if (blas != null) {
      blas.close();
    }
  }

  @Override
  protected Kernels subject(Workers workers) {
    return BlasKernels.forAllSizes(blas, new VectorKernels(workers), workers);
  }
}
