/** Sparse linear models between items. */
package io.shopkeeper.ml.slim;
