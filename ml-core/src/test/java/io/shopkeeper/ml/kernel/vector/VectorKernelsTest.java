package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.KernelContract;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;

class VectorKernelsTest extends KernelContract {

  @Override
  protected Kernels subject(Workers workers) {
    return new VectorKernels(workers);
  }
}
