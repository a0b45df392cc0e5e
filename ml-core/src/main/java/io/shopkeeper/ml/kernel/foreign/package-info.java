/** Native libraries without glue code of our own, on Java 22 and newer. */
package io.shopkeeper.ml.kernel.foreign;
