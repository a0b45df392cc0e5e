package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredAttempt;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attempts in the database: each is judged and kept in one transaction. */
@Stateless
public class AttemptLedger {

  @Inject private AttemptStore store;
  @Inject private AttemptBook book;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** One that was judged before. */
  public Optional<StoredAttempt> find(AttemptKind kind, String id) {
    return store.find(kind, id);
  }

  /**
   * Judges one and keeps it.
   *
   * @param said features that only the question tells
   * @param plain what is not kept of it
   */
  public StoredAttempt judge(Attempt attempt, Map<String, Double> said, PaymentFacts.Plain plain) {
    Map<String, Double> features = AttemptFeatures.of(attempt, store);
    features.putAll(said);
    List<AttemptHit> hits = book.hits(attempt, features, plain);
    Outcome outcome = hits.stream().map(AttemptHit::outcome).reduce(Outcome.ALLOW, Outcome::and);
    StoredAttempt row = Attempts.row(attempt);
    row.decided(outcome, clock.instant(), FraudJson.write(features), FraudJson.write(hits));
    store.add(row);
    return row;
  }

  /** Removes what the shop does not want to keep any more. */
  public int sweep() {
    Instant before = clock.instant().minus(AttemptSettings.kept(settings));
    return store.removeBefore(before.toEpochMilli());
  }
}
