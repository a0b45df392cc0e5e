package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;

/** Writes what a training learns from. */
@FunctionalInterface
public interface SnapshotSource {

  /**
   * Writes tables and facts; whoever calls ends the snapshot.
   *
   * @throws JobFailedException if there is too little to learn from
   */
  void write(SnapshotWriter writer) throws IOException, JobFailedException;
}
