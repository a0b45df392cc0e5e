package io.shopkeeper.integration.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Sends questions to a server, as fast as it answers or at a rate. For one thread. */
final class Load {

  /** What to ask, one question after the other. */
  @FunctionalInterface
  interface Questions {

    /** The bytes of question {@code number}. */
    byte[] question(KeptConnection connection, int number);
  }

  private final URI server;
  private final Questions questions;
  private final Predicate<KeptConnection.Reply> good;

  /**
   * @param good whether an answer is one
   */
  Load(URI server, Questions questions, Predicate<KeptConnection.Reply> good) {
    this.server = server;
    this.questions = questions;
    this.good = good;
  }

  /**
   * What happened.
   *
   * @param micros of each answer, sorted; under a rate from the time when it was due
   * @param failures what was no good answer
   */
  record Result(double seconds, long[] micros, List<String> failures) {

    double perSecond() {
      return micros.length / seconds;
    }

    /** Milliseconds within which a share of the answers came. */
    double millis(double share) {
      int place = (int) Math.ceil(share * micros.length) - 1;
      return micros[Math.clamp(place, 0, micros.length - 1)] / 1000.0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f a second, p50 %.2f ms, p99 %.2f ms, %d failed",
          perSecond(),
          millis(0.5),
          millis(0.99),
          failures.size());
    }
  }

  /** Each connection asks again as soon as it has its answer. */
  Result closed(int connections, Duration time) {
    return run(connections, time, 0);
  }

  /**
   * Questions are due at even distances, whatever became of those before; the time that one waits
   * for a connection counts.
   */
  Result paced(int connections, Duration time, double perSecond) {
    return run(connections, time, perSecond);
  }

  private Result run(int connections, Duration time, double perSecond) {
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    List<Future<long[]>> askers = new ArrayList<>();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int place = 0; place < connections; place++) {
        int first = place;
        askers.add(
            threads.submit(() -> asker(first, connections, start, end, perSecond / 1e9, failures)));
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    long[] micros = askers.stream().flatMapToLong(each -> Arrays.stream(get(each))).toArray();
    Arrays.sort(micros);
    return new Result(seconds, micros, List.copyOf(failures));
  }

  private long[] asker(
      int first, int step, long start, long end, double perNano, Queue<String> failures) {
    long[] micros = new long[1024];
    int count = 0;
    try (var connection = new KeptConnection(server)) {
      for (int number = first; System.nanoTime() < end; number += step) {
        byte[] question = questions.question(connection, number);
        long due = perNano > 0 ? start + (long) (number / perNano) : System.nanoTime();
        if (due >= end) {
          break;
        }
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        KeptConnection.Reply reply = connection.ask(question);
        if (!good.test(reply)) {
          failures.add(reply.status() + " " + reply.text());
        }
        micros = count < micros.length ? micros : Arrays.copyOf(micros, 2 * count);
        micros[count++] = (System.nanoTime() - due) / 1000;
      }
    } catch (IOException problem) {
      failures.add(problem.toString());
    }
    return Arrays.copyOf(micros, count);
  }

  private static long[] get(Future<long[]> asker) {
    try {
      return asker.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException problem) {
      throw new UncheckedIOException(new IOException(problem.getCause()));
    }
  }
}
