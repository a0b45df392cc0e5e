package io.shopkeeper.integration.container;

import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A kind of job that notes where it runs. */
final class Watcher implements JobHandler {

  static final String KIND = "watch";

  private final AtomicBoolean registered = new AtomicBoolean();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Map<Long, Sight> sights = new ConcurrentHashMap<>();
  private final List<Long> order = new CopyOnWriteArrayList<>();

  /** What a job saw around itself. */
  record Sight(boolean managedThread, int transactionStatus, boolean findsBeans) {}

  private volatile TransactionSynchronizationRegistry transactions;

  void registerOnce(Jobs jobs, TransactionSynchronizationRegistry registry) {
    transactions = registry;
    if (registered.compareAndSet(false, true)) {
      jobs.register(this);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return false;
  }

  @Override
  public void run(JobContext job) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      sights.put(
          job.jobId(),
          new Sight(
              Thread.currentThread() instanceof ManageableThread,
              transactions.getTransactionStatus(),
              CDI.current().select(Jobs.class).isResolvable()));
      order.add(job.jobId());
    } finally {
      running.decrementAndGet();
    }
  }

  Optional<Sight> sight(long job) {
    return Optional.ofNullable(sights.get(job));
  }

  List<Long> order() {
    return order;
  }

  int mostAtOnce() {
    return most.get();
  }
}
