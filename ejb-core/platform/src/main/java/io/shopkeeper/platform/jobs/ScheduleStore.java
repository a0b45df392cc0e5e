package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.entity.JobScheduleEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of schedules. */
@Dependent
public class ScheduleStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected ScheduleStore() {}

  /** For tests that bring their own entity manager. */
  public ScheduleStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(JobScheduleEntry schedule) {
    entities.persist(schedule);
    entities.flush();
  }

  public Optional<JobScheduleEntry> find(long id) {
    return Optional.ofNullable(entities.find(JobScheduleEntry.class, id));
  }

  /** The schedule, so that no other server starts it before this transaction ends. */
  public Optional<JobScheduleEntry> lock(long id) {
    return Optional.ofNullable(
        entities.find(JobScheduleEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** All that were not deleted, by name. */
  public List<JobScheduleEntry> all() {
    return entities
        .createQuery(
            "SELECT s FROM JobScheduleEntry s WHERE s.deletedAt IS NULL ORDER BY s.name, s.id",
            JobScheduleEntry.class)
        .getResultList();
  }

  /** Whether there ever was one, deleted ones too. */
  public boolean untouched() {
    return entities
            .createQuery("SELECT COUNT(s) FROM JobScheduleEntry s", Long.class)
            .getSingleResult()
        == 0;
  }

  /** Ids of those whose time has come. */
  public List<Long> due(Instant now) {
    return entities
        .createQuery(
            "SELECT s FROM JobScheduleEntry s WHERE s.deletedAt IS NULL AND s.nextAt <= :now"
                + " ORDER BY s.nextAt",
            JobScheduleEntry.class)
        .setParameter("now", now.toEpochMilli())
        .getResultStream()
        .filter(schedule -> !schedule.paused())
        .map(JobScheduleEntry::id)
        .toList();
  }

  /** Forgets what was deleted before a time. */
  public int forget(long deletedBefore) {
    return entities
        .createQuery("DELETE FROM JobScheduleEntry s WHERE s.deletedAt < :before")
        .setParameter("before", deletedBefore)
        .executeUpdate();
  }
}
