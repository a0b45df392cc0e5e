/**
 * The numeric core: {@link io.shopkeeper.ml.kernel.Kernels} is what algorithms call, {@link
 * io.shopkeeper.ml.kernel.KernelBackends} chooses a provider once at start.
 *
 * <pre>{@code
 * Kernels kernels = KernelBackends.current().kernels();
 * kernels.gemm(GemmShape.of(m, n, k), 1f, FloatBlock.of(a, k), FloatBlock.of(b, n), 0f, FloatBlock.of(c, n));
 * RankedRows best = kernels.scorer(items, width, vectors).top(queries, count, 10, ItemFilter.ALL);
 * }</pre>
 */
package io.shopkeeper.ml.kernel;
