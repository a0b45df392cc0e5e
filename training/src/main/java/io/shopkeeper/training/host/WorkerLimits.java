package io.shopkeeper.training.host;

import java.time.Duration;

/**
 * What a worker may use.
 *
 * @param memoryBytes of its heap
 * @param threads that compute, at least 1
 * @param silence after so long without a word it is taken for dead
 */
public record WorkerLimits(long memoryBytes, int threads, Duration silence) {

  private static final Duration USUAL_SILENCE = Duration.ofSeconds(60);

  public WorkerLimits {
    if (memoryBytes < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "memory and threads must be at least 1: %d, %d".formatted(memoryBytes, threads));
    }
  }

  /** With the usual patience. */
  public WorkerLimits(long memoryBytes, int threads) {
    this(memoryBytes, threads, USUAL_SILENCE);
  }

  /** In whole megabytes. */
  public long megabytes() {
    return memoryBytes >> 20;
  }
}
