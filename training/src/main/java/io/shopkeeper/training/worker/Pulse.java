package io.shopkeeper.training.worker;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.training.protocol.Message;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that the worker lives and how far it is, and hears when it is to stop: when its standard
 * input ends, which it does too when the server dies, however it dies.
 */
final class Pulse implements TrainingListener {

  /** The exit of a worker that was told to stop and did not in time. */
  static final int LATE = 4;

  /** The exit of a worker whose server is gone. */
  static final int ABANDONED = 5;

  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final long BETWEEN_NOTES = TimeUnit.MILLISECONDS.toNanos(50);

  private final Mouth mouth;
  private final long parent;
  private volatile boolean stopped;
  private volatile long saidAt = System.nanoTime() - BETWEEN_NOTES;
  private volatile String saidPhase = "";

  private Pulse(Mouth mouth, long parent) {
    this.mouth = mouth;
    this.parent = parent;
  }

  /** Begins. */
  static Pulse start(Mouth mouth, long parent) {
    var pulse = new Pulse(mouth, parent);
    Thread.ofPlatform().daemon().name("pulse").start(pulse::beat);
    Thread.ofPlatform().daemon().name("ear").start(pulse::listen);
    return pulse;
  }

  private void beat() {
    Runtime machine = Runtime.getRuntime();
    while (ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false)) {
      mouth.say(new Message.Beat(machine.totalMemory() - machine.freeMemory()));
      pause(BEAT);
    }
    machine.halt(ABANDONED);
  }

  private void listen() {
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      while (in.read() >= 0) {
        // Nothing is said there; only its end counts.
      }
    } catch (IOException ended) {
      stopped = true;
    }
    stopped = true;
    pause(GRACE);
    Runtime.getRuntime().halt(LATE);
  }

  private static void pause(Duration length) {
    long until = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void progress(double fraction, String phase) {
    long now = System.nanoTime();
    if (now - saidAt >= BETWEEN_NOTES || !phase.equals(saidPhase)) {
      saidAt = now;
      saidPhase = phase;
      mouth.say(new Message.Progress(fraction, phase));
    }
  }

  @Override
  public void measured(String curve, int step, double value) {
    mouth.say(new Message.Point(curve, step, value));
  }

  @Override
  public void tried(TriedOptions trial) {
    mouth.say(new Message.Tried(trial));
  }

  @Override
  public void log(String line) {
    mouth.say(new Message.Log(line));
  }

  @Override
  public boolean cancelled() {
    return stopped;
  }
}
