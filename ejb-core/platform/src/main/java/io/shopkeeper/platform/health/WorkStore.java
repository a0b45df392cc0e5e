package io.shopkeeper.platform.health;

import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.SystemReport;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Counts jobs. */
@Dependent
public class WorkStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected WorkStore() {}

  /** For tests that bring their own entity manager. */
  public WorkStore(EntityManager entities) {
    this.entities = entities;
  }

  /** What waits, what runs, what failed since then. */
  public SystemReport.Work summary(Instant failedSince) {
    Long oldest =
        entities
            .createQuery("SELECT MIN(j.createdAt) FROM Job j WHERE j.state = :state", Long.class)
            .setParameter("state", JobState.QUEUED)
            .getSingleResult();
    return new SystemReport.Work(
        count(JobState.QUEUED, Instant.EPOCH),
        count(JobState.RUNNING, Instant.EPOCH),
        count(JobState.FAILED, failedSince),
        oldest == null ? null : Instant.ofEpochMilli(oldest));
  }

  private long count(JobState state, Instant endedSince) {
    return entities
        .createQuery(
            "SELECT COUNT(j) FROM Job j WHERE j.state = :state"
                + " AND (j.endedAt IS NULL OR j.endedAt >= :since)",
            Long.class)
        .setParameter("state", state)
        .setParameter("since", endedSince.toEpochMilli())
        .getSingleResult();
  }
}
