package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentChanged;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The experiments that run, in memory, as of the last commit. A change on this node holds with the
 * next answer, one on another node within seconds. While the database is away those of before go
 * on.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RunningExperiments {

  private static final System.Logger LOG = System.getLogger(RunningExperiments.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(5);

  @Inject private CommittedExperiments committed;
  @Inject private Clock clock;

  private final AtomicInteger changes = new AtomicInteger();
  private volatile Snapshot snapshot = new Snapshot(-1, Instant.EPOCH, Map.of());

  private record Snapshot(int change, Instant readAt, Map<String, RunningExperiment> running) {}

  /** One has changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExperimentChanged event) {
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
