package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.experiment.ImpressionCounts;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes what was shown without letting anybody wait, and writes it four times a second: what waits
 * longer outlives collections of young garbage, and so do all that are made while a heap of it is
 * written. What does not fit, or cannot be written, is dropped and counted: no request fails for
 * it. What belongs to no experiment is removed after 90 days.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImpressionLog {

  private static final System.Logger LOG = System.getLogger(ImpressionLog.class.getName());
  private static final int BATCH = 1_000;
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration KEPT = Duration.ofDays(FigureRange.MOST_DAYS);

  @Inject private ImpressionPages pages;
  @Inject private Clock clock;

  @Resource private ManagedScheduledExecutorService scheduler;

  private final WaitingImpressions waiting = new WaitingImpressions();
  private final ReentrantLock writing = new ReentrantLock();
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private ScheduledFuture<?> writer;

  @PostConstruct
  void begin() {
    writer =
        scheduler.scheduleWithFixedDelay(
            this::flush, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Where impressions are added, to be asked for once: there is one with every answer. */
  public WaitingImpressions waiting() {
    return waiting;
  }

  /** Writes what waits now. When this returns, all that was added before is written or dropped. */
  public void flush() {
    writing.lock();
    try {
      int left = waiting.size();
      while (left > 0) {
        List<ImpressionEntry> batch = waiting.next(Math.min(left, BATCH));
        left -= Math.max(1, batch.size());
        write(batch);
      }
    } finally {
      writing.unlock();
    }
  }

  private void write(List<ImpressionEntry> batch) {
    try {
      written.add(pages.write(batch));
    } catch (RuntimeException away) {
      // Whatever it is: a repeated task that throws is never run again.
      dropped.add(batch.size());
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-2006 " + batch.size() + " impressions cannot be written and are dropped",
          away);
    }
  }

  /**
   * Forgets what was shown to some units: what waits, and what was written until this returns.
   *
   * @param units {@code v:VISITOR} or {@code c:CUSTOMER}
   */
  public void forget(Set<String> units) {
    writing.lock();
    try {
      waiting.forget(units);
      pages.remove(units);
    } finally {
      writing.unlock();
    }
  }

  /** Removes what is old. */
  @Schedule(hour = "3", minute = "41", persistent = false)
  public void sweep() {
    pages.removeLoose(clock.instant().minus(KEPT).toEpochMilli());
  }

  @PreDestroy
  void end() {
    writer.cancel(false);
    flush();
  }

  /** Since the server was started. */
  public ImpressionCounts counts() {
    return new ImpressionCounts(written.sum(), dropped.sum() + waiting.dropped(), waiting.size());
  }
}
