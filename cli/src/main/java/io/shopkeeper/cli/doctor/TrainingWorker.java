package io.shopkeeper.cli.doctor;

import io.shopkeeper.training.host.MachineMemory;
import io.shopkeeper.training.host.WorkerProgram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a server of this machine could start workers for its trainings, and with what. */
final class TrainingWorker {

  private static final int MEGABYTE = 20;
  private static final long USUAL_HEAP = 768L << MEGABYTE;

  private TrainingWorker() {}

  static String finding(Map<String, String> environment) {
    WorkerProgram program = WorkerProgram.ofThisJava(List.of());
    Optional<String> fault = program.fault();
    if (fault.isPresent()) {
      return "cannot be started: " + fault.get();
    }
    long memory =
        number(environment, "SHOPKEEPER_TRAINING_MEMORY")
            .map(megabytes -> megabytes << MEGABYTE)
            .orElseGet(() -> MachineMemory.usual(serverHeap(environment)));
    OptionalLong free = MachineMemory.available();
    return "%s with up to %,d MB%s and %d thread(s)%s%s"
        .formatted(
            program.java(),
            memory >> MEGABYTE,
            free.isPresent() ? " (%,d MB free now)".formatted(free.getAsLong() >> MEGABYTE) : "",
            threads(environment),
            program.nice().isPresent() ? ", at a lower priority" : "",
            free.orElse(Long.MAX_VALUE) < MachineMemory.LEAST
                ? "; too little memory is free, trainings would run in the server"
                : "");
  }

  private static long threads(Map<String, String> environment) {
    return number(environment, "SHOPKEEPER_TRAINING_THREADS")
        .orElse(Math.max(1L, Runtime.getRuntime().availableProcessors() - 1));
  }

  /** What {@code run} gives the server. */
  static long serverHeap(Map<String, String> environment) {
    String text = environment.getOrDefault("SHOPKEEPER_MEMORY", "").toLowerCase(Locale.ROOT);
    if (!text.matches("\\d{1,9}[kmg]")) {
      return USUAL_HEAP;
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'k' -> number << 10;
      case 'm' -> number << MEGABYTE;
      default -> number << 30;
    };
  }

  private static Optional<Long> number(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Long::valueOf);
  }
}
