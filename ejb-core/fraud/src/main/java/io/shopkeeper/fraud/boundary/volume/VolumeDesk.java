package io.shopkeeper.fraud.boundary.volume;

import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.fraud.volume.AlertForecaster;
import io.shopkeeper.fraud.volume.VolumeClerk;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells how many alerts are to be expected on the next days. */
@Stateless
public class VolumeDesk {

  @Inject private VolumeClerk clerk;
  @Inject private Settings settings;

  /** At the thresholds in force; empty where too few days are known. */
  public Optional<AlertOutlook> outlook() {
    return clerk.outlook(current());
  }

  /** Counts the payments of today, and of the days that were not counted yet. */
  public void count() {
    clerk.count();
  }

  /** The thresholds in force. */
  public ScoreThresholds current() {
    return FraudSettings.thresholds(settings);
  }

  /** Complete days that are needed. */
  public int fewest() {
    return AlertForecaster.FEWEST;
  }
}
