package io.shopkeeper.ml.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * The threads that kernels may use: the caller's own, and a bounded number from a pool that the
 * owner hands in (the server's managed executor, or a plain pool of the command line). Kernels
 * never make threads. The calling thread always works too, so a busy or closed pool makes a kernel
 * slower, never stuck, and kernels may call each other. Safe for use by several threads; all of
 * them together keep within the bound.
 */
public final class Workers {

  private static final ThreadLocal<Semaphore> SHARE = new ThreadLocal<>();

  private final Executor executor;
  private final int width;
  private final Semaphore helpers;

  private Workers(Executor executor, int width) {
    this.executor = executor;
    this.width = width;
    this.helpers = new Semaphore(width - 1);
  }

  /** Only the calling thread. */
  public static Workers callerOnly() {
    return new Workers(Runnable::run, 1);
  }

  /**
   * The calling thread and helpers from a pool.
   *
   * @param executor runs helpers; it belongs to the caller
   * @param width threads in all, at least 1: at most {@code width − 1} helpers run at any time
   */
  public static Workers of(Executor executor, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("width must be at least 1, but is " + width);
    }
    return new Workers(executor, width);
  }

  /**
   * Does work that may compute with so many threads, kernels that its helpers call included.
   *
   * @param threads the caller's counted, at least 1
   */
  public static <X extends Exception> void within(int threads, Work<X> work) throws X {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
    }
    sharing(new Semaphore(threads - 1), work);
  }

  private static <X extends Exception> void sharing(Semaphore share, Work<X> work) throws X {
    Semaphore before = SHARE.get();
    SHARE.set(share);
    try {
      work.run();
    } finally {
      if (before == null) {
        SHARE.remove();
      } else {
        SHARE.set(before);
      }
    }
  }

  /** Something that computes. */
  @FunctionalInterface
  public interface Work<X extends Exception> {

    /** Does it. */
    void run() throws X;
  }

  /** Threads in all, the caller's counted. */
  public int width() {
    return width;
  }

  /**
   * Does tasks 0 to {@code tasks − 1}, each once, in any order; returns when all are done. What one
   * task throws is thrown here, and tasks that had not begun are left out.
   */
  public void forEach(int tasks, IntConsumer task) {
    if (tasks <= 1 || width == 1) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    var run = new Run(tasks, task);
    Semaphore share = SHARE.get();
    for (int i = 1; i < Math.min(width, tasks) && mayHelp(share); i++) {
      help(run, share);
    }
    run.work();
    run.await();
  }

  private boolean mayHelp(Semaphore share) {
    if (share != null && !share.tryAcquire()) {
      return false;
    }
    if (helpers.tryAcquire()) {
      return true;
    }
    giveBack(share);
    return false;
  }

  private void help(Run run, Semaphore share) {
    try {
      executor.execute(
          () -> {
            try {
              sharing(share, run::work);
            } finally {
              helpers.release();
              giveBack(share);
            }
          });
    } catch (RejectedExecutionException closed) {
      helpers.release();
      giveBack(share);
    }
  }

  private static void giveBack(Semaphore share) {
    if (share != null) {
      share.release();
    }
  }

  /** Tasks that are taken one by one. A helper that comes late finds nothing left. */
  private static final class Run {

    private final int tasks;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    Run(int tasks, IntConsumer task) {
      this.tasks = tasks;
      this.task = task;
    }

    void work() {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            task.accept(i);
          }
        } catch (RuntimeException | Error problem) {
          failure.compareAndSet(null, problem);
        } finally {
          if (done.incrementAndGet() == tasks) {
            finished.countDown();
          }
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (finished.getCount() > 0) {
        try {
          finished.await();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure.get() instanceof RuntimeException problem) {
        throw problem;
      }
      if (failure.get() instanceof Error problem) {
        throw problem;
      }
    }
  }
}
