package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.DriftLedger;
import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.recommendation.drift.DriftCheck;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How far what visitors turn to has moved from what the live recommendation was trained on. */
@Stateless
public class TasteDrift {

  @Inject private DriftLedger ledger;
  @Inject private DriftCheck check;
  @Inject private AuditTrail audit;

  /** The last measures, newest first. */
  public List<DriftMeasure> recent(int n) {
    return ledger.of(RecommendationModels.RECOMMENDATION, n);
  }

  /**
   * Measures now, and starts a training where the settings say so.
   *
   * @return empty where no version is live, or there are too few visits to say anything
   */
  public Optional<DriftMeasure> measure(String by) {
    Optional<DriftMeasure> found = check.run();
    audit.record(
        by,
        "drift.measure",
        RecommendationModels.RECOMMENDATION,
        found.map(measure -> "%.3f".formatted(measure.shift())).orElse("–"));
    return found;
  }
}
