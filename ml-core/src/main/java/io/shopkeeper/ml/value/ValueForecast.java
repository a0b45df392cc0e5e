package io.shopkeeper.ml.value;

import java.util.Optional;

/**
 * What is to be expected of one customer within a horizon.
 *
 * @param purchases 0 or more
 * @param buys how probably there is one at all, 0 to 1
 * @param activity whether there will ever be one again, and when; empty where the model does not
 *     know such a thing
 * @param spend at a purchase
 * @param value what will be spent, in money of the day of the question
 */
public record ValueForecast(
    double purchases,
    double buys,
    Optional<CustomerActivity> activity,
    double spend,
    double value) {}
