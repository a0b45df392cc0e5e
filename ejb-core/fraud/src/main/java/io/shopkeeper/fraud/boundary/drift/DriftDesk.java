package io.shopkeeper.fraud.boundary.drift;

import io.shopkeeper.fraud.drift.DriftClerk;
import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.model.PopulationFile;
import io.shopkeeper.platform.boundary.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells how far payments have moved from those that a version learnt from. */
@Stateless
public class DriftDesk {

  /** The file of a version without which nothing can be measured. */
  public static final String FILE = PopulationFile.NAME;

  @Inject private DriftClerk clerk;
  @Inject private AuditTrail audit;

  /** What was measured last; empty where nothing was. */
  public Optional<ScoreDrift> newest(int version) {
    return clerk.newest(version);
  }

  /** What was measured day by day, the oldest first. */
  public List<DriftDay> days(int version) {
    return clerk.days(version);
  }

  /**
   * Measures the live version now.
   *
   * @return empty where there is none, it was trained before this was kept, or it has judged too
   *     few payments
   */
  public Optional<ScoreDrift> measure(String by) {
    Optional<ScoreDrift> drift = clerk.measure();
    drift.ifPresent(
        one -> audit.record(by, "fraud.drift", "model fraud v" + one.version(), "measured"));
    return drift;
  }

  /** How many payments a version must have judged within a week. */
  public int fewest() {
    return DriftClerk.FEWEST;
  }

  /** A feature in a reader's words. */
  public String words(String feature, Locale reader) {
    return new FeatureWords(reader).of(feature);
  }
}
