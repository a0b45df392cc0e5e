package io.shopkeeper.recommendation.boundary.explanation;

/**
 * What a feature added to how probable a purchase is.
 *
 * @param feature its name for programs, such as {@code brand_share}
 * @param label its name for people, in the caller's language
 * @param value of the candidate; null where it is missing
 * @param adds to the log-odds, beside the mean candidate of the training; negative where it speaks
 *     against the product
 */
public record FeaturePart(String feature, String label, Double value, double adds) {}
