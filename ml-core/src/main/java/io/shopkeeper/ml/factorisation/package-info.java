/**
 * Factorisation machines: every feature of a user and of an item has a vector, and what they do
 * together is the inner product of the sums. A user's and an item's number are features like any
 * other, and so are what else the user rated and what is known of the item.
 *
 * <pre>{@code
 * RatingModel model = new FactorisationMachine().train(ratings, options, 42, listener);
 * double expected = model.predict(12, 7);
 * }</pre>
 */
package io.shopkeeper.ml.factorisation;
