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
import java.util.function.Function;
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
   * @param micros from asking to each answer, sorted
   * @param dueMicros from when each was due, sorted: under a rate, what waited for its turn counts
   * @param failures what was no good answer
   */
  record Result(double seconds, long[] micros, long[] dueMicros, List<String> failures) {

    double perSecond() {
      return micros.length / seconds;
    }

    /** Milliseconds within which a share of the answers came, from asking. */
    double millis(double share) {
      return millis(micros, share);
    }

    /** The same from when each was due, whether or not a connection was free for it then. */
    double dueMillis(double share) {
      return millis(dueMicros, share);
    }

    private static double millis(long[] micros, double share) {
      int place = (int) Math.ceil(share * micros.length) - 1;
      return micros[Math.clamp(place, 0, micros.length - 1)] / 1000.0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f a second, p50 %.2f ms, p99 %.2f ms (%.2f from when due), %d failed",
          perSecond(),
          millis(0.5),
          millis(0.99),
          dueMillis(0.99),
          failures.size());
    }
  }

  /** Each connection asks again as soon as it has its answer. */
  Result closed(int connections, Duration time) {
    return run(connections, time, 0);
  }

  /** Questions are due at even distances, whatever became of those before. */
  Result paced(int connections, Duration time, double perSecond) {
    return run(connections, time, perSecond);
  }

  private Result run(int connections, Duration time, double perSecond) {
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    List<Future<Times>> askers = new ArrayList<>();
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
    List<Times> times = askers.stream().map(Load::get).toList();
    return new Result(
        seconds, sorted(times, Times::asked), sorted(times, Times::due), List.copyOf(failures));
  }

  private static long[] sorted(List<Times> times, Function<Times, long[]> which) {
    return times.stream()
        .flatMapToLong(each -> Arrays.stream(which.apply(each)))
        .sorted()
        .toArray();
  }

  private Times asker(
      int first, int step, long start, long end, double perNano, Queue<String> failures) {
    var times = new Times();
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
        long asked = System.nanoTime();
        KeptConnection.Reply reply = connection.ask(question);
        times.add(asked, due, System.nanoTime());
        if (!good.test(reply)) {
          failures.add(reply.status() + " " + reply.text());
        }
      }
    } catch (IOException problem) {
      failures.add(problem.toString());
    }
    return times;
  }

  /** What one connection waited, in microseconds. For one thread. */
  private static final class Times {

    private long[] asked = new long[1024];
    private long[] due = new long[1024];
    private int count;

    void add(long askedAt, long dueAt, long answeredAt) {
      if (count == asked.length) {
        asked = Arrays.copyOf(asked, 2 * count);
        due = Arrays.copyOf(due, 2 * count);
      }
      asked[count] = (answeredAt - askedAt) / 1000;
      due[count++] = (answeredAt - dueAt) / 1000;
    }

    long[] asked() {
      return Arrays.copyOf(asked, count);
    }

    long[] due() {
      return Arrays.copyOf(due, count);
    }
  }

  private static Times get(Future<Times> asker) {
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
