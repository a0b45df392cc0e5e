package io.shopkeeper.ml.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Makes a better probability of a probability; never falling. Immutable. */
public sealed interface Calibrator permits PlattScaling, IsotonicCalibration {

  /**
   * Corrects a probability.
   *
   * @param probability from 0 to 1
   * @return from 0 to 1
   */
  double calibrate(double probability);

  /** Stores it. */
  void write(DataOutput out) throws IOException;

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is damaged or of another kind
   */
  static Calibrator read(DataInput in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case PlattScaling.STORED -> PlattScaling.readRest(in);
      case IsotonicCalibration.STORED -> IsotonicCalibration.readRest(in);
      default -> throw new IOException("damaged: no calibration of kind " + kind);
    };
  }
}
