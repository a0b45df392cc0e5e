package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What one of the shop's own models learns from. */
public interface TrainingSource {

  /**
   * How much there is to learn from.
   *
   * @param rows of the largest table
   * @param bytes of memory at the height, about
   */
  record Size(long rows, long bytes) {}

  /** What there is now, as far as can be told without reading it. */
  Size expected();

  /**
   * Why a training could only fail, as far as can be told without reading it; empty where nothing
   * speaks against it.
   *
   * @param task that leaves nothing open
   * @param now what lies after it is left out
   * @return how much is needed, how much there is, and what to do
   */
  default Optional<String> obstacle(TrainingTask task, Instant now) {
    return Optional.empty();
  }

  /**
   * Writes it, with its {@link SnapshotOrigin}.
   *
   * @param now what lies after it is left out
   * @throws JobFailedException if there is too little; says how much there is and is needed
   */
  void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException;

  /** What was written. */
  Size written(DataSnapshot origin, TrainingTask task);
}
