package io.shopkeeper.ml.kernel;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The threads that kernels may use: the caller's own, and a bounded number from a pool that the
 * owner hands in (the server's managed executor, or a plain pool of the command line). Kernels
 * never make threads. The calling thread always works too, so a busy or closed pool makes a kernel
 * slower, never stuck, and kernels may call each other. Safe for use by several threads; all of
 * them together keep within the bound.
 */
public final class Workers {

  /** Looks before a wait is thought to be a long one: some hundred microseconds. */
  private static final int MOST_LOOKS = 20_000;

  private static final int WORTH_WAKING = 16_384;

  private static final ThreadLocal<Semaphore> SHARE = new ThreadLocal<>();

  private final Executor executor;
  private final int width;
  private final Semaphore helpers;
  private final Optional<Companion> companion;

  private Workers(Executor executor, int width, Optional<Companion> companion) {
    this.executor = executor;
    this.width = width;
    this.helpers = new Semaphore(width - 1);
    this.companion = companion;
  }

  /** Only the calling thread. */
  public static Workers callerOnly() {
    return new Workers(Runnable::run, 1, Optional.empty());
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
    return new Workers(executor, width, Optional.empty());
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

  /**
   * Does work with a helper that stays awake, so that tasks of some ten microseconds can be shared:
   * to wake a thread takes longer than that. The helper takes a processor as long as the work runs;
   * where it has had no task for a tenth of a millisecond it looks only now and then. Where no
   * helper is free, the caller works alone.
   *
   * @param work with the workers that it is to use: the caller and that one helper
   */
  public <T> T awake(Function<Workers, T> work) {
    Semaphore share = SHARE.get();
    if (width == 1 || !mayHelpSoon(share)) {
      return work.apply(callerOnly());
    }
    var beside = new Companion();
    if (!help(beside::attend, share)) {
      return work.apply(callerOnly());
    }
    try {
      return work.apply(new Workers(Runnable::run, 2, Optional.of(beside)));
    } finally {
      beside.end();
    }
  }

  /** Whether a helper is awake, see {@link #awake}. */
  public boolean isAwake() {
    return companion.isPresent();
  }

  /**
   * These where work of so many short steps, of some nanoseconds each, is worth sharing; else the
   * caller alone. To wake a helper takes as long as ten thousand of them.
   */
  public Workers forSmall(int steps) {
    return isAwake() || steps > WORTH_WAKING ? this : callerOnly();
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
    if (companion.isPresent()) {
      companion.get().offer(run);
      run.work();
      run.awaitAwake();
      return;
    }
    Semaphore share = SHARE.get();
    for (int i = 1; i < Math.min(width, tasks) && mayHelp(share); i++) {
      help(run::work, share);
    }
    run.work();
    run.await();
  }

  /** The helper of a work that has just ended may be about to leave. */
  private boolean mayHelpSoon(Semaphore share) {
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      if (mayHelp(share)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
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

  /** Lets a helper do something; whether one will. */
  private boolean help(Work<RuntimeException> work, Semaphore share) {
    try {
      executor.execute(
          () -> {
            try {
              sharing(share, work);
            } finally {
              helpers.release();
              giveBack(share);
            }
          });
      return true;
    } catch (RejectedExecutionException closed) {
      helpers.release();
      giveBack(share);
      return false;
    }
  }

  private static void giveBack(Semaphore share) {
    if (share != null) {
      share.release();
    }
  }

  /** A helper that waits for tasks without going to sleep. */
  private static final class Companion {

    private static final long AWAKE_NANOS = 100_000;
    private static final long DOZE_NANOS = 50_000;
    private static final int LOOKS = 64;

    private volatile Run offered;
    private volatile boolean ended;

    void offer(Run run) {
      offered = run;
    }

    void end() {
      ended = true;
    }

    void attend() {
      Run last = null;
      long since = System.nanoTime();
      for (int looks = 1; !ended; looks++) {
        Run now = offered;
        if (now != last) {
          last = now;
          now.work();
          since = System.nanoTime();
        } else if (looks % LOOKS == 0 && System.nanoTime() - since > AWAKE_NANOS) {
          LockSupport.parkNanos(DOZE_NANOS);
        } else {
          Thread.onSpinWait();
        }
      }
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

    /** The helper has at most one task left: that is shorter than to fall asleep and wake. */
    void awaitAwake() {
      for (int looks = 0; looks < MOST_LOOKS && done.get() < tasks; looks++) {
        Thread.onSpinWait();
      }
      await();
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
