package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobState;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs queued jobs: kinds side by side, jobs of one kind one after the other. Start-up beans of
 * other modules register here first: that is what makes them wait for the schema.
 */
@ManagedExecutorDefinition(name = "java:app/concurrent/ShopkeeperJobs", maxAsync = 4)
@Singleton
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {

  private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());

  @Resource(lookup = "java:app/concurrent/ShopkeeperJobs")
  private ManagedExecutorService executor;

  @Inject private JobLedger ledger;

  private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
  private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
  private final Set<String> busyKinds = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /** Takes a handler in, cleans up after a crash, and runs what waits for it. */
  public void register(JobHandler handler) {
    if (handlers.putIfAbsent(handler.kind(), handler) != null) {
      throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
    }
    ledger.recover(handler.kind(), handler.resumable());
    wake(handler.kind());
  }

  /** Whether anybody does such jobs. */
  public boolean knows(String kind) {
    return handlers.containsKey(kind);
  }

  /** Tells a running job to stop. */
  public void cancel(long id) {
    Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel);
  }

  /** Runs what a committed transaction queued. */
  public void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued queued) {
    wake(queued.kind());
  }

  @PreDestroy
  void stop() {
    stopping = true;
    running.values().forEach(RunningJob::cancel);
  }

  private void wake(String kind) {
    JobHandler handler = handlers.get(kind);
    if (handler != null && !stopping && busyKinds.add(kind)) {
      executor.execute(() -> drain(handler));
    }
  }

  private void drain(JobHandler handler) {
    String kind = handler.kind();
    boolean worked = false;
    try {
      Optional<JobLedger.Claim> claim = ledger.claim(kind);
      while (claim.isPresent() && !stopping) {
        worked = true;
        run(handler, claim.get());
        claim = ledger.claim(kind);
      }
    } finally {
      busyKinds.remove(kind);
    }
    if (worked) {
      // A job may have been queued between the last look and the end of being busy.
      wake(kind);
    }
  }

  private void run(JobHandler handler, JobLedger.Claim claim) {
    var job = new RunningJob(ledger, claim);
    running.put(claim.id(), job);
    try {
      handler.run(job);
      ledger.end(claim.id(), JobState.SUCCEEDED, null);
    } catch (JobCancelledException cancelled) {
      endCancelled(claim.id());
    } catch (JobFailedException failed) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0011 job {0} failed: {1}", claim.id(), failed);
      ledger.end(claim.id(), JobState.FAILED, failed.getMessage());
    } catch (RuntimeException | Error broken) {
      if (job.cancelled() && broken.getCause() instanceof JobCancelledException) {
        endCancelled(claim.id());
        return;
      }
      LOG.log(System.Logger.Level.ERROR, "SHOP-0012 job " + claim.id() + " broke", broken);
      ledger.end(
          claim.id(),
          JobState.FAILED,
          "An unexpected error ended this job; the server's log has it under job " + claim.id());
    } finally {
      running.remove(claim.id());
    }
  }

  private void endCancelled(long id) {
    // A server that goes down leaves the job as running: the next start resumes it.
    if (!stopping) {
      ledger.end(id, JobState.CANCELLED, null);
    }
  }
}
