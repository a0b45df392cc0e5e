package io.shopkeeper.fraud.boundary;

/**
 * What a feature did to the score.
 *
 * @param feature its name
 * @param value null where it could not be said
 * @param contribution in log-odds before calibration: above 0 it speaks for fraud; all together
 *     with the model's base they are the score
 * @param text in the reader's language
 */
public record ModelReason(String feature, Double value, double contribution, String text) {}
