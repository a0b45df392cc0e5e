package io.shopkeeper.fraud.drift;

import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.boundary.drift.DriftDay;
import io.shopkeeper.fraud.boundary.drift.ScoreDrift;
import io.shopkeeper.fraud.entity.StoredDrift;
import io.shopkeeper.fraud.model.PopulationFile;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Measures how far the payments of the last week have moved from those that the live version learnt
 * from. Of more than {@value #MOST} payments an even sample is looked at. One measure a day is
 * kept, the last, for {@value #KEPT_DAYS} days.
 */
@Stateless
public class DriftClerk {

  /** Fewer payments say nothing. */
  public static final int FEWEST = 100;

  private static final int MOST = 10_000;
  private static final int PAGE = 500;
  private static final int KEPT_DAYS = 90;
  private static final Duration RECENT = Duration.ofDays(7);

  @Inject private DriftStore store;
  @Inject private ModelRegistry registry;
  @Inject private Clock clock;

  /**
   * Measures now.
   *
   * @return empty where no version is live, it was trained before this was kept, or it has judged
   *     fewer than {@value #FEWEST} payments within the last week
   */
  public Optional<ScoreDrift> measure() {
    return registry.live(FraudModels.FRAUD).filter(DriftClerk::isKept).flatMap(this::measure);
  }

  /** Whether what is needed was kept when a version was trained. */
  static boolean isKept(ModelVersionView version) {
    return version.filesRemovedAt() == null
        && version.files().stream().anyMatch(file -> file.name().equals(PopulationFile.NAME));
  }

  private Optional<ScoreDrift> measure(ModelVersionView live) {
    Instant now = clock.instant();
    Instant from = now.minus(RECENT);
    long payments = store.count(live.version(), from.toEpochMilli());
    if (payments < FEWEST) {
      return Optional.empty();
    }
    DriftSums sums = sums(live, from.toEpochMilli(), 1 + payments / MOST);
    if (sums.seen() < FEWEST) {
      return Optional.empty();
    }
    ScoreDrift drift = sums.drift(live.version(), now, from, payments);
    long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    store.forget(today - KEPT_DAYS);
    StoredDrift kept = store.find(live.version(), today).orElse(null);
    if (kept == null) {
      kept = new StoredDrift(live.version(), today);
      kept.keep(drift);
      store.add(kept);
    } else {
      kept.keep(drift);
    }
    return Optional.of(drift);
  }

  private DriftSums sums(ModelVersionView live, long from, long each) {
    var sums =
        new DriftSums(
            PopulationFile.read(
                registry.file(FraudModels.FRAUD, live.version(), PopulationFile.NAME)));
    DriftStore.Judged last = null;
    List<DriftStore.Judged> page;
    do {
      page = store.page(live.version(), from, each, last, PAGE);
      page.forEach(one -> sums.add(one.score(), one.features()));
      last = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
    return sums;
  }

  /** What was measured last of a version. */
  public Optional<ScoreDrift> newest(int version) {
    return store.newest(version, 1).stream().findFirst().map(StoredDrift::view);
  }

  /** What was measured of a version day by day, the oldest first. */
  public List<DriftDay> days(int version) {
    return store.newest(version, KEPT_DAYS).reversed().stream().map(StoredDrift::brief).toList();
  }
}
