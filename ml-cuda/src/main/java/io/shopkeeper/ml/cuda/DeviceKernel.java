package io.shopkeeper.ml.cuda;

/** The functions of kernels.cu, and the threads that a block of each has. */
enum DeviceKernel {
  GEMM("sk_gemm", 256),
  TOP("sk_top", 256),
  MERGE("sk_merge", 256),
  NEIGHBOURS("sk_neighbours", 256),
  CHOLESKY("sk_cholesky", 128),
  SOFTMAX("sk_softmax", 128),
  ACTIVATE("sk_activate", 128),
  GRADIENT("sk_gradient", 128);

  private final String function;
  private final int threads;

  DeviceKernel(String function, int threads) {
    this.function = function;
    this.threads = threads;
  }

  String function() {
    return function;
  }

  int threads() {
    return threads;
  }
}
