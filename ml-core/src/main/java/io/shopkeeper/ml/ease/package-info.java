/** A linear item–item model in closed form. */
package io.shopkeeper.ml.ease;
