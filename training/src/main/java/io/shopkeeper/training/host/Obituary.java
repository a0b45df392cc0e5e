package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.TrainingFailedException.Kind;
import io.shopkeeper.training.protocol.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says in words why a worker ended without a result. */
final class Obituary {

  private static final int OUT_OF_MEMORY = 3;
  private static final int ABORTED = 134;
  private static final int KILLED = 137;
  private static final int BROKE_OFF = 139;
  private static final int ENDED = 143;
  private static final int MOST_LINES = 20;
  private static final int MOST_BYTES = 8192;

  private final WorkerLimits limits;
  private final Path folder;

  Obituary(WorkerLimits limits, Path folder) {
    this.limits = limits;
    this.folder = folder;
  }

  /** The reason; the end of what the worker wrote as errors goes into the log. */
  TrainingFailedException of(WorkerTalk.Ending ending, TrainingListener listener)
      throws IOException {
    TrainingFailedException reason =
        ending.failure().map(this::told).orElseGet(() -> untold(ending));
    if (reason.kind() != Kind.UNFIT) {
      lastLines().forEach(line -> listener.log("worker: " + line));
    }
    return reason;
  }

  private TrainingFailedException told(Message.Failed failed) {
    return switch (failed.reason()) {
      case UNFIT -> new TrainingFailedException(Kind.UNFIT, sentence(failed.text()));
      case MEMORY -> tooLittle();
      case STOPPED ->
          new TrainingFailedException(Kind.LOST, "The worker was stopped from outside.");
      case VERSION ->
          new TrainingFailedException(
              Kind.NOT_STARTED,
              "The worker is of another version than the server: %s. Deploy the application anew."
                  .formatted(failed.text()));
      case BROKEN ->
          new TrainingFailedException(
              Kind.BROKEN,
              "An unexpected error ended the worker: %s. The job's log has its last lines."
                  .formatted(failed.text()));
    };
  }

  private TrainingFailedException untold(WorkerTalk.Ending ending) {
    if (ending.silent()) {
      return new TrainingFailedException(
          Kind.LOST,
          "The worker said nothing for %d seconds and was ended. Try the job again."
              .formatted(limits.silence().toSeconds()));
    }
    if (ending.exit() == OUT_OF_MEMORY || ending.outOfMemory()) {
      return tooLittle();
    }
    return switch (ending.exit()) {
      case KILLED, ENDED ->
          new TrainingFailedException(
              Kind.LOST,
              ("The worker was ended from outside (signal %d), by somebody or by a system that ran"
                      + " out of memory. Try the job again; it goes on from its snapshot of the"
                      + " data.")
                  .formatted(ending.exit() - 128));
      case ABORTED, BROKE_OFF ->
          new TrainingFailedException(
              Kind.LOST,
              "The worker's Java crashed (signal %d). The job's log has its last lines."
                  .formatted(ending.exit() - 128));
      default ->
          ending.greeted()
              ? new TrainingFailedException(
                  Kind.BROKEN,
                  "The worker ended without a result (exit %d). The job's log has its last lines."
                      .formatted(ending.exit()))
              : new TrainingFailedException(
                  Kind.NOT_STARTED,
                  "The worker did not start (exit %d). The job's log has its last lines; if they speak of memory, lower training.memory."
                      .formatted(ending.exit()));
    };
  }

  private TrainingFailedException tooLittle() {
    return new TrainingFailedException(
        Kind.MEMORY,
        ("The %,d MB of memory that the worker may use were not enough. Raise the setting"
                + " training.memory (SHOPKEEPER_TRAINING_MEMORY), or train on less data or with"
                + " smaller options.")
            .formatted(limits.megabytes()));
  }

  /** The end of what it wrote as errors, and the beginning of what its Java wrote as it crashed. */
  private List<String> lastLines() throws IOException {
    var lines = new ArrayList<String>();
    List<String> errors = read(folder.resolve(WorkerCommand.ERRORS), false);
    lines.addAll(errors.subList(Math.max(0, errors.size() - MOST_LINES), errors.size()));
    List<String> crash = read(folder.resolve(WorkerCommand.CRASH), true);
    lines.addAll(crash.subList(0, Math.min(MOST_LINES, crash.size())));
    return lines;
  }

  private static List<String> read(Path file, boolean beginning) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(beginning ? 0 : Math.max(0, Files.size(file) - MOST_BYTES));
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.contains("Using incubator modules"))
          .toList();
    }
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
