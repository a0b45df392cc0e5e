package io.shopkeeper.platform.jobs;

import java.util.Map;
import java.util.Optional;

/**
 * What jobs may take of this server.
 *
 * @param threads computing threads of all running jobs together, 1 or more
 * @param memoryBytes memory of all running jobs together
 */
public record JobLimits(int threads, long memoryBytes) {

  private static final double PART_OF_HEAP = 0.6;
  private static final int MIB = 20;

  /**
   * By {@code SHOPKEEPER_JOB_THREADS} and {@code SHOPKEEPER_JOB_MEMORY_MB}, else by the machine.
   */
  static JobLimits of(Map<String, String> environment, int cores, long heap) {
    return new JobLimits(
        number(environment, "SHOPKEEPER_JOB_THREADS")
            .map(threads -> Math.clamp(threads, 1, 1024))
            .orElse(Math.max(1, cores - 1)),
        number(environment, "SHOPKEEPER_JOB_MEMORY_MB")
            .map(megabytes -> megabytes << MIB)
            .orElse((long) (heap * PART_OF_HEAP)));
  }

  /** Those of this server. */
  static JobLimits ofThisServer() {
    Runtime machine = Runtime.getRuntime();
    return of(System.getenv(), machine.availableProcessors(), machine.maxMemory());
  }

  /** What a job gets while others have taken some; it always gets one. */
  int threadsBeside(int taken) {
    return Math.max(1, threads - taken);
  }

  /** Why a job can never run here, if so. */
  Optional<String> refusal(long neededBytes) {
    return neededBytes <= memoryBytes
        ? Optional.empty()
        : Optional.of(
            ("This job needs about %,d MB of memory, and jobs may use %,d MB here. Give the server"
                    + " more memory (SHOPKEEPER_MEMORY, SHOPKEEPER_JOB_MEMORY_MB), or train on"
                    + " less data.")
                .formatted(neededBytes >> MIB, memoryBytes >> MIB));
  }

  /** Whether it can run now, beside what others have taken. */
  boolean fits(long neededBytes, long takenBytes) {
    return takenBytes == 0 || neededBytes + takenBytes <= memoryBytes;
  }

  private static Optional<Long> number(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Long::valueOf);
  }
}
