package io.shopkeeper.ml.kernel;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A small pool for tests. */
public final class TestWorkers implements AutoCloseable {

  private final ThreadPoolExecutor pool;
  private final Workers workers;

  /**
   * @param width threads in all
   */
  public TestWorkers(int width) {
    pool =
        new ThreadPoolExecutor(
            width - 1, width - 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    workers = Workers.of(pool, width);
  }

  /** Bounded by this pool. */
  public Workers workers() {
    return workers;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
