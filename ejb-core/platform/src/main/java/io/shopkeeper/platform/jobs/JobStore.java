package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.JobPhase;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.TrialView;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobLine;
import io.shopkeeper.platform.entity.JobPhaseEntry;
import io.shopkeeper.platform.entity.JobPoint;
import io.shopkeeper.platform.entity.JobTrial;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of jobs, their logs, phases and curves. */
@Dependent
public class JobStore {

  private static final int MOST_POINTS = 20_000;
  private static final int MOST_TRIALS = 10_000;

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

  public void add(JobPhaseEntry phase) {
    entities.persist(phase);
  }

  public void add(JobPoint point) {
    entities.persist(point);
  }

  public void add(JobTrial trial) {
    entities.persist(trial);
  }

  public Optional<Job> find(long id) {
    return Optional.ofNullable(entities.find(Job.class, id));
  }

  /** The job, so that nobody else changes it before this transaction ends. */
  public Optional<Job> lock(long id) {
    return Optional.ofNullable(entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Makes sure that the kind can be locked. */
  public void know(String kind) {
    entities
        .createNativeQuery("INSERT INTO job_kind (kind) VALUES (?) ON CONFLICT DO NOTHING")
        .setParameter(1, kind)
        .executeUpdate();
  }

  /** Nobody else takes a job of this kind before this transaction ends, on no server. */
  public void lockKind(String kind) {
    entities
        .createNativeQuery("SELECT kind FROM job_kind WHERE kind = ? FOR UPDATE")
        .setParameter(1, kind)
        .getResultList();
  }

  /** In the order in which they were queued. */
  public List<Job> inState(String kind, JobState state) {
    return entities
        .createQuery(
            "SELECT j FROM Job j WHERE j.kind = :kind AND j.state = :state ORDER BY j.id",
            Job.class)
        .setParameter("kind", kind)
        .setParameter("state", state)
        .getResultList();
  }

  /** Kinds that have jobs in a state. */
  public List<String> kindsInState(JobState state) {
    return entities
        .createQuery("SELECT DISTINCT j.kind FROM Job j WHERE j.state = :state", String.class)
        .setParameter("state", state)
        .getResultList();
  }

  /** How many are in each state. */
  public Map<JobState, Long> counts() {
    var counts = new HashMap<JobState, Long>();
    entities
        .createQuery("SELECT j.state, COUNT(j) FROM Job j GROUP BY j.state", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((JobState) row[0], (Long) row[1]));
    return counts;
  }

  /** Newest first. */
  public List<Job> list(JobQuery query) {
    var where = new StringBuilder("WHERE 1 = 1");
    query.ofKind().ifPresent(kind -> where.append(" AND j.kind = :kind"));
    if (query.state() != null) {
      where.append(" AND j.state = :state");
    }
    if (query.schedule() != null) {
      where.append(" AND j.scheduleId = :schedule");
    }
    if (query.before() != null) {
      where.append(" AND j.id < :before");
    }
    TypedQuery<Job> jobs =
        entities.createQuery("SELECT j FROM Job j " + where + " ORDER BY j.id DESC", Job.class);
    query.ofKind().ifPresent(kind -> jobs.setParameter("kind", kind));
    if (query.state() != null) {
      jobs.setParameter("state", query.state());
    }
    if (query.schedule() != null) {
      jobs.setParameter("schedule", query.schedule());
    }
    if (query.before() != null) {
      jobs.setParameter("before", query.before());
    }
    return jobs.setMaxResults(query.n()).getResultList();
  }

  /** Jobs that try this one again, oldest first. */
  public List<Job> retriesOf(long id) {
    return entities
        .createQuery("SELECT j FROM Job j WHERE j.retryOf = :id ORDER BY j.id", Job.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** Jobs that wait or waited for this one, oldest first. */
  public List<Job> followersOf(long id) {
    return entities
        .createQuery("SELECT j FROM Job j WHERE j.after = :id ORDER BY j.id", Job.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** How long the last successful jobs of a kind took, newest first. */
  public List<Duration> lastDurations(String kind, int n) {
    return entities
        .createQuery(
            "SELECT j.startedAt, j.endedAt FROM Job j WHERE j.kind = :kind AND j.state = :state"
                + " AND j.startedAt IS NOT NULL ORDER BY j.id DESC",
            Object[].class)
        .setParameter("kind", kind)
        .setParameter("state", JobState.SUCCEEDED)
        .setMaxResults(n)
        .getResultStream()
        .map(row -> Duration.ofMillis((Long) row[1] - (Long) row[0]))
        .toList();
  }

  /** The last lines of a log, oldest first. */
  public List<JobLogLine> tail(long id, int n) {
    return entities
        .createQuery(
            "SELECT l FROM JobLine l WHERE l.jobId = :id ORDER BY l.id DESC", JobLine.class)
        .setParameter("id", id)
        .setMaxResults(n)
        .getResultStream()
        .map(JobLine::view)
        .toList()
        .reversed();
  }

  /** Lines behind one, oldest first. */
  public List<JobLogLine> linesAfter(long id, long line, int n) {
    return entities
        .createQuery(
            "SELECT l FROM JobLine l WHERE l.jobId = :id AND l.id > :line ORDER BY l.id",
            JobLine.class)
        .setParameter("id", id)
        .setParameter("line", line)
        .setMaxResults(n)
        .getResultStream()
        .map(JobLine::view)
        .toList();
  }

  public List<JobPhase> phases(long id) {
    return phaseEntries(id).stream().map(JobPhaseEntry::view).toList();
  }

  /** The phase that lasts. */
  public Optional<JobPhaseEntry> openPhase(long id) {
    return entities
        .createQuery(
            "SELECT p FROM JobPhaseEntry p WHERE p.jobId = :id AND p.endedAt IS NULL"
                + " ORDER BY p.id DESC",
            JobPhaseEntry.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The points of the last attempt that reported any, in their order. */
  public List<CurvePoint> points(long id) {
    return ofLastAttempt(id, JobPoint.class, MOST_POINTS).stream().map(JobPoint::view).toList();
  }

  /** The options that the last attempt tried, in their order. */
  public List<TrialView> trials(long id) {
    return ofLastAttempt(id, JobTrial.class, MOST_TRIALS).stream().map(JobTrial::view).toList();
  }

  private <E> List<E> ofLastAttempt(long id, Class<E> kind, int most) {
    String entity = kind.getSimpleName();
    Integer attempt =
        entities
            .createQuery(
                "SELECT MAX(p.attempt) FROM " + entity + " p WHERE p.jobId = :id", Integer.class)
            .setParameter("id", id)
            .getSingleResult();
    return attempt == null
        ? List.of()
        : entities
            .createQuery(
                "SELECT p FROM "
                    + entity
                    + " p WHERE p.jobId = :id AND p.attempt = :attempt ORDER BY p.id",
                kind)
            .setParameter("id", id)
            .setParameter("attempt", attempt)
            .setMaxResults(most)
            .getResultList();
  }

  /**
   * Forgets jobs that ended before a time, with all that belongs to them.
   *
   * @param keep the newest so many are kept whatever their age
   * @return how many it were
   */
  public int forget(long endedBefore, int keep) {
    List<Long> newest =
        entities
            .createQuery("SELECT j.id FROM Job j ORDER BY j.id DESC", Long.class)
            .setFirstResult(Math.max(0, keep - 1))
            .setMaxResults(1)
            .getResultList();
    if (newest.isEmpty()) {
      return 0;
    }
    String old = "(SELECT j.id FROM Job j WHERE j.endedAt < :before AND j.id < :oldest)";
    for (String part : List.of("JobLine", "JobPhaseEntry", "JobPoint", "JobTrial")) {
      entities
          .createQuery("DELETE FROM " + part + " p WHERE p.jobId IN " + old)
          .setParameter("before", endedBefore)
          .setParameter("oldest", newest.getFirst())
          .executeUpdate();
    }
    return entities
        .createQuery("DELETE FROM Job j WHERE j.endedAt < :before AND j.id < :oldest")
        .setParameter("before", endedBefore)
        .setParameter("oldest", newest.getFirst())
        .executeUpdate();
  }

  private List<JobPhaseEntry> phaseEntries(long id) {
    return entities
        .createQuery(
            "SELECT p FROM JobPhaseEntry p WHERE p.jobId = :id ORDER BY p.id", JobPhaseEntry.class)
        .setParameter("id", id)
        .getResultList();
  }
}
