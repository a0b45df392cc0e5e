package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What somebody who judges payments would have done to those of a time. Amounts are in hundredths
 * of the report's currency; payments in others are in the counts and in no amount.
 *
 * @param hits for how many something else than to let pass is asked
 * @param caught how many of these were fraud
 * @param caughtCents what they were worth
 * @param missed how many frauds were let pass
 * @param missedCents what they were worth
 * @param falseAlarms how many of the hits were good
 * @param falseCents what they were worth
 * @param open of how many of the hits nobody knows yet
 * @param precision share of the hits that were fraud, among those of which it is known; null for
 *     none
 * @param recall share of the frauds that were hit; null where there was none
 * @param reviews for how many hits a person has to look
 * @param hours how long that takes
 * @param reviewCents what that costs
 * @param savedCents what the frauds that were hit were worth, less what looking costs
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BacktestFigures(
    long hits,
    long caught,
    long caughtCents,
    long missed,
    long missedCents,
    long falseAlarms,
    long falseCents,
    long open,
    Double precision,
    Double recall,
    long reviews,
    double hours,
    long reviewCents,
    long savedCents) {}
