/** Large dense products by OpenBLAS, where it loads and is faster. */
package io.shopkeeper.ml.kernel.blas;
