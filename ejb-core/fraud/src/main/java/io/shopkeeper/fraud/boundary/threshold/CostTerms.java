package io.shopkeeper.fraud.boundary.threshold;

/**
 * What holding payments costs the shop.
 *
 * @param minutes in which a person looks at one, above 0
 * @param centsPerHour what an hour of that costs, in hundredths, 0 or more
 * @param margin share of a good payment's amount that is lost when it is refused, 0 to 1
 * @param leaving share of good payers who leave when they are to confirm, 0 to 1
 */
public record CostTerms(double minutes, long centsPerHour, double margin, double leaving) {}
