/**
 * Small models that guess a missing number from what else is known of a row.
 *
 * <pre>{@code
 * var prices = AdditiveEffects.fit(rows, 10);
 * prices.estimate(List.of("Home/Kitchen", "Acme"));   // 24.90, from category and brand
 * }</pre>
 */
package io.shopkeeper.ml.impute;
