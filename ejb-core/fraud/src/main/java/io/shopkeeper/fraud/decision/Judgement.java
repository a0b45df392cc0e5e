package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.rules.Rule;
import java.time.Instant;
import java.util.List;

/**
 * A decision that is not stored yet.
 *
 * @param transaction what it is about
 * @param beside what the catalog does not keep of it
 * @param features in the order of {@link PaymentFeatures}
 * @param hits the rules that hold
 * @param degraded what was missing
 */
public record Judgement(
    TransactionData transaction,
    Payments.Beside beside,
    double[] features,
    List<Rule.Hit> hits,
    Outcome outcome,
    List<String> degraded,
    Instant at) {

  StoredDecision stored() {
    var decision = new StoredDecision(transaction.id(), at.toEpochMilli(), outcome);
    decision.because(
        FraudJson.write(hits),
        FraudJson.write(PaymentFeatures.named(features)),
        String.join(" ", degraded));
    decision.beside(
        beside.emailKey(),
        beside.addressKey(),
        beside.deliveryCountry(),
        beside.declinedAt(),
        beside.refundedAt());
    return decision;
  }
}
