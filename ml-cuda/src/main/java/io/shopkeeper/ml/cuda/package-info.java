/**
 * Kernels for NVIDIA devices by the CUDA driver interface. {@link
 * io.shopkeeper.ml.cuda.CudaProvider} looks for a device; {@link io.shopkeeper.ml.cuda.CudaKernels}
 * cuts work into pieces that fit its memory, and hands any piece that fails on to the CPU. The
 * kernels' source is {@code src/main/cuda/kernels.cu}.
 */
package io.shopkeeper.ml.cuda;
