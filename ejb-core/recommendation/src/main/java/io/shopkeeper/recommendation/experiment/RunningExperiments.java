package io.shopkeeper.recommendation.experiment;

import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The experiments that run, in memory, as of the last commit. A change on this node holds with the
 * next answer, one on another node within seconds. While the database is away those of before go
 * on. Safe for several threads.
 */
public final class RunningExperiments {

  private static final System.Logger LOG = System.getLogger(RunningExperiments.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final CommittedExperiments committed;
  private final Clock clock;
  private final AtomicInteger changes = new AtomicInteger();
  private volatile Snapshot snapshot = new Snapshot(-1, Instant.EPOCH, Map.of());

  private record Snapshot(int change, Instant readAt, Map<String, RunningExperiment> running) {}

  /** None is read yet. */
  public RunningExperiments(CommittedExperiments committed, Clock clock) {
    this.committed = committed;
    this.clock = clock;
  }

  /** One has changed. */
  public void changed() {
    changes.incrementAndGet();
  }

  /** The experiment that runs at a placement. */
  public Optional<RunningExperiment> at(String placement) {
    Snapshot now = snapshot;
    Instant instant = clock.instant();
    if (now.change() != changes.get() || now.readAt().plus(FRESH).isBefore(instant)) {
      int change = changes.get();
      now = new Snapshot(change, instant, read(now.running()));
      snapshot = now;
    }
    return Optional.ofNullable(now.running().get(placement));
  }

  private Map<String, RunningExperiment> read(Map<String, RunningExperiment> before) {
    try {
      return committed.running();
    } catch (EJBException away) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-2005 the running experiments cannot be read; those of before go on",
          away);
      return before;
    }
  }
}
