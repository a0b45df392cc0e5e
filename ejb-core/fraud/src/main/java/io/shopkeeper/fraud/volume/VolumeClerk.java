package io.shopkeeper.fraud.volume;

import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.volume.AlertOutlook;
import io.shopkeeper.fraud.cases.CaseSettings;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Counts payments by day, and forecasts alerts from the counts. */
@Stateless
public class VolumeClerk {

  /** Nine weeks: eight to know weekdays from, and the one that runs. */
  private static final int DAYS = 63;

  private static final double THOUSAND = 1000;

  @Inject private VolumeStore store;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Counts from the last day that was counted until now; a day that is over does not change. */
  public void count() {
    long today = today();
    long first = Math.max(today - DAYS, store.last().orElse(0));
    long odd = FraudSettings.odd(settings).ofThousand();
    double oddFrom = odd == 0 ? 2 : 1 - odd / THOUSAND;
    for (long day = first; day <= today; day++) {
      store.count(day, oddFrom);
    }
    store.forget(today - DAYS);
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  /** What is to be expected at thresholds; empty where too few days are known. */
  public Optional<AlertOutlook> outlook(ScoreThresholds thresholds) {
    long today = today();
    List<VolumeStore.Cell> cells =
        store.since(today - DAYS).stream().filter(cell -> cell.day() < today).toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    long first = cells.getFirst().day();
    long[] payments = new long[(int) (today - first)];
    long[] alerts = new long[payments.length];
    for (VolumeStore.Cell cell : cells) {
      int day = (int) (cell.day() - first);
      payments[day] += cell.payments();
      if (CaseSettings.calls(settings, cell.rules().and(thresholds.ofPercent(cell.percent())))) {
        alerts[day] += cell.payments();
      }
    }
    return new AlertForecaster(LocalDate.ofEpochDay(first), payments, alerts).outlook();
  }
}
