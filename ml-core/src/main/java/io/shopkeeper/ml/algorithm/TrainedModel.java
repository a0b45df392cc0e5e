package io.shopkeeper.ml.algorithm;

import java.io.DataOutput;
import java.io.IOException;

/** What a training gave. Implementations are immutable and safe for use by several threads. */
public interface TrainedModel {

  /** Stores the model in a versioned form of its own, which its algorithm reads. */
  void write(DataOutput out) throws IOException;
}
