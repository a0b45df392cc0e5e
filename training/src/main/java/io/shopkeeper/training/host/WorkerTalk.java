package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.protocol.Message;
import io.shopkeeper.training.protocol.MessageReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Listens to one worker until it has ended. For one thread. */
final class WorkerTalk {

  private static final long LOOK_MILLIS = 40;
  private static final Duration GRACE = Duration.ofMillis(1300);
  private static final int MOST_FOREIGN = 100;
  private static final int FOREIGN_LENGTH = 500;

  private final Process process;
  private final WorkerLimits limits;
  private final TrainingListener listener;
  private final MessageReader reader = new MessageReader(this::hear);
  private long heardAt = System.nanoTime();
  private long peakBytes;
  private int foreign;
  private Message last;
  private boolean greeted;
  private boolean outOfMemory;

  WorkerTalk(Process process, WorkerLimits limits, TrainingListener listener) {
    this.process = process;
    this.limits = limits;
    this.listener = listener;
  }

  /**
   * How a worker ended.
   *
   * @param exit of the process
   * @param greeted whether it ever said a word
   * @param failure why it says that it has no result
   * @param silent whether it was ended here because it said nothing for too long
   * @param outOfMemory whether its Java said so
   */
  record Ending(
      int exit,
      boolean greeted,
      boolean stopped,
      boolean silent,
      boolean outOfMemory,
      long peakBytes,
      Optional<String> resultSha256,
      Optional<Message.Failed> failure) {}

  /** Passes on what the worker says; afterwards no process is left. */
  Ending untilItEnds() throws IOException {
    boolean stopped = false;
    boolean silent = false;
    try {
      while (!stopped && !silent && !ended()) {
        listen();
        stopped = listener.cancelled();
        silent = System.nanoTime() - heardAt > limits.silence().toNanos();
      }
      if (!process.isAlive()) {
        listen();
        reader.finish();
      }
      if (stopped) {
        process.getOutputStream().close();
        process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
      stopped = true;
    } finally {
      process.destroyForcibly();
    }
    return ending(process.onExit().join().exitValue(), stopped, silent);
  }

  private boolean ended() throws InterruptedException {
    return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void listen() throws IOException {
    InputStream in = process.getInputStream();
    for (int waiting = in.available(); waiting > 0; waiting = in.available()) {
      byte[] bytes = in.readNBytes(Math.min(waiting, MessageReader.LONGEST));
      reader.take(bytes, bytes.length);
    }
  }

  private Ending ending(int exit, boolean stopped, boolean silent) {
    return new Ending(
        exit,
        greeted,
        stopped,
        silent,
        outOfMemory,
        peakBytes,
        last instanceof Message.Done done ? Optional.of(done.sha256()) : Optional.empty(),
        last instanceof Message.Failed failed ? Optional.of(failed) : Optional.empty());
  }

  private void hear(Message message) {
    heardAt = System.nanoTime();
    switch (message) {
      case Message.Hello hello -> greeted = true;
      case Message.Beat beat -> peakBytes = Math.max(peakBytes, beat.usedBytes());
      case Message.Progress progress -> listener.progress(progress.fraction(), progress.phase());
      case Message.Point point -> listener.measured(point.curve(), point.step(), point.value());
      case Message.Tried tried -> listener.tried(tried.trial());
      case Message.Log log -> listener.log(log.text());
      case Message.Done done -> last = done;
      case Message.Failed failed -> last = failed;
      case Message.Foreign other -> hear(other);
    }
  }

  private void hear(Message.Foreign other) {
    outOfMemory |= other.text().contains("java.lang.OutOfMemoryError");
    if (++foreign <= MOST_FOREIGN) {
      String text = other.text();
      listener.log(
          "worker: "
              + (text.length() > FOREIGN_LENGTH ? text.substring(0, FOREIGN_LENGTH) + "…" : text));
    }
  }
}
