/**
 * Worked cases: made-up shops whose truth is known, so that one can say how near a model comes to
 * the best that anything could know.
 *
 * <pre>{@code
 * RatedShop shop = RatedShop.of(1_000, 2_000, 42);
 * Ratings ratings = shop.ratings();
 * double best = shop.expected()[0];   // what the first rating is without its chance
 * }</pre>
 */
package io.shopkeeper.ml.worked;
