/** How good a ranking or a prediction is, as the field measures it. */
package io.shopkeeper.ml.metric;
