/**
 * Predicting the rating a user would give an item.
 *
 * <pre>{@code
 * Ratings ratings = new Ratings(943, 1682, users, items, values);
 * RatingModel model = BaselineRatings.train(ratings, BaselineRatings.Options.DEFAULT);
 * double expected = model.predict(12, 7);
 * }</pre>
 */
package io.shopkeeper.ml.rating;
