package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.outage.OutageStore;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Removes decisions, closed cases and outages that are older than the shop wants to keep them. */
@Stateless
public class Retention {

  /** Rows of one transaction. */
  private static final int PART = 500;

  @Inject private CaseStore cases;
  @Inject private DecisionStore decisions;
  @Inject private OutageStore outages;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * Removes some.
   *
   * @return how many; 0 when nothing is left to remove
   */
  public int sweep() {
    long before = clock.instant().minus(CaseSettings.kept(settings)).toEpochMilli();
    List<Long> old = cases.closedBefore(before, PART);
    old.forEach(cases::remove);
    outages.removeBefore(before);
    return old.size() + decisions.removeBefore(before, PART);
  }
}
