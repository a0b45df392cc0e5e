package io.shopkeeper.fraud.boundary;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import java.util.List;

/**
 * A decision with everything that led to it.
 *
 * @param payment as it is now; null where it was removed
 * @param features those that are not 0, as they were at the moment of the payment
 * @param label what it turned out to be; null while nobody knows
 * @param history what people said of it, the latest first
 */
public record PaymentCase(
    TransactionData payment,
    PaymentVerdict verdict,
    List<FeatureLine> features,
    TransactionOutcome label,
    List<LabelEntry> history) {}
