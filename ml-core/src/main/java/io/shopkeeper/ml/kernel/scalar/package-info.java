/** The reference: each kernel by its formula, sums in double precision. */
package io.shopkeeper.ml.kernel.scalar;
