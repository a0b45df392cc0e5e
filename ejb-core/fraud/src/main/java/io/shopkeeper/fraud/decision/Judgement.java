package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.entity.StoredRuleHit;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decision that is not stored yet.
 *
 * @param transaction what it is about
 * @param beside what the catalog does not keep of it
 * @param features in the order of {@link PaymentFeatures}
 * @param hits the rules that hold
 * @param scored what the model says; empty without one
 * @param degraded what was missing
 */
public record Judgement(
    TransactionData transaction,
    Payments.Beside beside,
    double[] features,
    List<Rule.Hit> hits,
    Optional<Scored> scored,
    Outcome outcome,
    List<String> degraded,
    Instant at) {

  /**
   * What a model says.
   *
   * @param score 0 to 1
   * @param version of the model
   * @param anomaly share of the payments learnt from that were less odd; null if unknown
   * @param reasons the strongest first, without words
   */
  public record Scored(double score, Double anomaly, int version, List<ModelReason> reasons) {}

  /** The same, of which something more was missing. */
  public Judgement without(String missing) {
    List<String> all = new ArrayList<>(degraded);
    all.add(missing);
    return new Judgement(transaction, beside, features, hits, scored, outcome, all, at);
  }

  /** As it is stored. */
  public StoredDecision stored() {
    var decision = new StoredDecision(transaction.id(), at.toEpochMilli(), outcome);
    decision.because(
        FraudJson.write(hits),
        FraudJson.write(PaymentFeatures.named(features)),
        String.join(" ", degraded));
    scored.ifPresent(
        one -> {
          decision.scored(one.score(), one.version(), FraudJson.write(one.reasons()));
          decision.odd(one.anomaly());
        });
    decision.beside(
        beside.emailKey(),
        beside.addressKey(),
        beside.deliveryCountry(),
        beside.declinedAt(),
        beside.refundedAt());
    return decision;
  }

  List<StoredRuleHit> storedHits() {
    return hits.stream()
        .map(
            hit ->
                new StoredRuleHit(
                    transaction.id(), hit.rule(), hit.version(), hit.effect(), at.toEpochMilli()))
        .toList();
  }
}
