/**
 * Single kernels, provider by provider, measured by JMH: {@code ./shopkeeper bench kernels}. JMH is
 * under the GPL with the class path exception; it is used here alone and not part of the product.
 */
package io.shopkeeper.bench.kernel;
