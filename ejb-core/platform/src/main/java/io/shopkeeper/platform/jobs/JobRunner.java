package io.shopkeeper.platform.jobs;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobTransientException;
import io.shopkeeper.platform.boundary.RequestId;
import io.shopkeeper.platform.boundary.Tracing;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs queued jobs: kinds side by side, jobs of one kind one after the other, on whatever server of
 * a shop. Start-up beans of other modules register here first: that is what makes them wait for the
 * schema.
 */
@ManagedExecutorDefinition(name = "java:app/concurrent/ShopkeeperJobs", maxAsync = 4)
@Singleton
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {

  private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(15);

  @Resource(lookup = "java:app/concurrent/ShopkeeperJobs")
  private ManagedExecutorService executor;

  @Inject private JobLedger ledger;
  @Inject private Tracing tracing;

  private final String node = JobNode.name();
  private final JobLimits limits = JobLimits.ofThisServer();
  private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
  private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
  private final Set<String> busyKinds = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /** Takes a handler in, cleans up after a crash, and runs what waits for it. */
  public void register(JobHandler handler) {
    if (handlers.putIfAbsent(handler.kind(), handler) != null) {
      throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
    }
    ledger.know(handler.kind());
    ledger.recover(handler.kind(), handler.resumable(), node);
    wake(handler.kind());
  }

  /** Whether anybody does such jobs. */
  public boolean knows(String kind) {
    return handlers.containsKey(kind);
  }

  /** All kinds, in the order of the alphabet. */
  public List<String> kinds() {
    return handlers.keySet().stream().sorted().toList();
  }

  /** Those that are of one class, in the order of their kinds. */
  public <H extends JobHandler> List<H> handlers(Class<H> type) {
    return handlers.values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(JobHandler::kind))
        .toList();
  }

  /** What people and schedules may start. */
  public List<JobOffer> offers() {
    return handlers.values().stream()
        .flatMap(handler -> handler.offer().stream())
        .sorted(Comparator.comparing(JobOffer::kind))
        .toList();
  }

  /** What jobs may take of this server. */
  public JobLimits limits() {
    return limits;
  }

  /** Tells a running job to stop. */
  public void cancel(long id) {
    Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel);
  }

  /** Runs what a committed transaction queued. */
  public void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued queued) {
    wake(queued.kind());
  }

  /** Every few seconds: says what lives here, hears what is to stop, and looks what may start. */
  public void tick() {
    if (stopping) {
      return;
    }
    ledger.beat(List.copyOf(running.keySet())).forEach(this::cancel);
    handlers.forEach(
        (kind, handler) -> {
          if (!busyKinds.contains(kind)) {
            ledger.takeOver(kind, handler.resumable(), running.keySet());
          }
        });
    ledger.waitingKinds().forEach(this::wake);
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
      Optional<JobLedger.Claim> claim = ledger.claim(kind, node);
      while (claim.isPresent() && !stopping) {
        worked = true;
        begin(handler, claim.get());
        claim = ledger.claim(kind, node);
      }
    } finally {
      busyKinds.remove(kind);
    }
    if (worked && !stopping) {
      // One may have been queued between the last look and the end of being busy; jobs of other
      // kinds may have waited for what has just ended.
      ledger.waitingKinds().forEach(this::wake);
    }
  }

  private void begin(JobHandler handler, JobLedger.Claim claim) {
    long needed = handler.memoryBytes(claim.parameters());
    Optional<String> refusal = limits.refusal(needed);
    if (refusal.isPresent()) {
      ledger.equip(claim.id(), 0, needed);
      ledger.end(claim.id(), JobState.FAILED, refusal.get());
      return;
    }
    long taken = running.values().stream().mapToLong(RunningJob::memoryBytes).sum();
    if (!limits.fits(needed, taken)) {
      ledger.postpone(
          claim.id(), UNTIL_THERE_IS_ROOM, "Waits for memory that other jobs use at present.");
      return;
    }
    int threads =
        limits.threadsBeside(running.values().stream().mapToInt(RunningJob::threads).sum());
    ledger.equip(claim.id(), threads, needed);
    run(handler, claim, new RunningJob(ledger, claim, threads, needed));
  }

  private void run(JobHandler handler, JobLedger.Claim claim, RunningJob job) {
    running.put(claim.id(), job);
    try {
      Workers.within(job.threads(), () -> runTraced(handler, job));
      job.flush();
      ledger.end(claim.id(), JobState.SUCCEEDED, null);
    } catch (JobCancelledException cancelled) {
      endCancelled(claim.id());
    } catch (JobTransientException passing) {
      fail(handler, claim, passing.getMessage(), true);
    } catch (JobFailedException failed) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0011 job {0} failed: {1}", claim.id(), failed);
      fail(handler, claim, failed.getMessage(), false);
    } catch (RuntimeException | Error broken) {
      if (job.cancelled() && broken.getCause() instanceof JobCancelledException) {
        endCancelled(claim.id());
        return;
      }
      breakDown(handler, claim, broken);
    } finally {
      running.remove(claim.id());
    }
  }

  private void breakDown(JobHandler handler, JobLedger.Claim claim, Throwable broken) {
    boolean passing = Transience.of(broken);
    if (!passing) {
      LOG.log(System.Logger.Level.ERROR, "SHOP-0012 job " + claim.id() + " broke", broken);
    }
    String why =
        passing
            ? "The database did not answer."
            : broken instanceof OutOfMemoryError
                ? "The memory of the server was not enough. Give it more, or use less data."
                : "An unexpected error ended this job; the server's log has it under job "
                    + claim.id();
    fail(handler, claim, why, passing);
  }

  private void fail(JobHandler handler, JobLedger.Claim claim, String why, boolean passing) {
    int failures = claim.failures() + 1;
    if (passing && failures < handler.attempts()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-0013 job {0} failed for the moment and is tried again: {1}",
          claim.id(),
          why);
      ledger.tryAgain(claim.id(), handler.backOff(failures), why);
    } else {
      ledger.end(claim.id(), JobState.FAILED, why);
    }
  }

  private void runTraced(JobHandler handler, RunningJob job) throws JobFailedException {
    RequestId.Scope name = RequestId.open("job-" + job.jobId());
    try (Tracing.Span span = tracing.work("job " + handler.kind())) {
      span.fact("shopkeeper.job.id", Long.toString(job.jobId()));
      handler.run(job);
    } finally {
      name.close();
    }
  }

  private void endCancelled(long id) {
    // A server that goes down leaves the job as running: the next start resumes it.
    if (!stopping) {
      ledger.end(id, JobState.CANCELLED, null);
    }
  }
}
