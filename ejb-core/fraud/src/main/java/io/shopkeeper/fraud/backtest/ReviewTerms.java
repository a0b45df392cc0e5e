package io.shopkeeper.fraud.backtest;

/**
 * What it costs that a person looks at a payment.
 *
 * @param minutes for one, above 0
 * @param centsPerHour what an hour costs, in hundredths of the shop's currency, 0 or more
 */
record ReviewTerms(double minutes, long centsPerHour) {}
