package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobLine;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The tables of jobs and their logs. */
@Dependent
public class JobStore {

  private static final int SHOWN_LINES = 200;

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected JobStore() {}

  /** For tests that bring their own entity manager. */
  public JobStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Job job) {
    entities.persist(job);
    entities.flush();
  }

  public void add(JobLine line) {
    entities.persist(line);
  }

  public Optional<Job> find(long id) {
    return Optional.ofNullable(entities.find(Job.class, id));
  }

  /** The job, so that nobody else changes it before this transaction ends. */
  public Optional<Job> lock(long id) {
    return Optional.ofNullable(entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The oldest that waits. */
  public Optional<Job> oldestQueued(String kind) {
    return inState(kind, JobState.QUEUED).stream().findFirst();
  }

  public List<Job> inState(String kind, JobState state) {
    return entities
        .createQuery(
            "SELECT j FROM Job j WHERE j.kind = :kind AND j.state = :state ORDER BY j.id",
            Job.class)
        .setParameter("kind", kind)
        .setParameter("state", state)
        .getResultList();
  }

  public List<JobView> newest(int n) {
    return entities
        .createQuery("SELECT j FROM Job j ORDER BY j.id DESC", Job.class)
        .setMaxResults(n)
        .getResultStream()
        .map(job -> job.view(List.of()))
        .toList();
  }

  /** The job with the last lines of its log. */
  public Optional<JobView> view(long id) {
    return find(id)
        .map(
            job -> {
              List<String> newestFirst =
                  entities
                      .createQuery(
                          "SELECT l FROM JobLine l WHERE l.jobId = :id ORDER BY l.id DESC",
                          JobLine.class)
                      .setParameter("id", id)
                      .setMaxResults(SHOWN_LINES)
                      .getResultStream()
                      .map(JobLine::text)
                      .toList();
              return job.view(newestFirst.reversed());
            });
  }
}
