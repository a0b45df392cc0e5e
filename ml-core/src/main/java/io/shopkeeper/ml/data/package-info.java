/** Data as the algorithms take it: dense indices, compressed rows. */
package io.shopkeeper.ml.data;
