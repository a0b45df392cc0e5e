package io.shopkeeper.ml.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Isotonic regression of the label on the probability (B. Zadrozny, C. Elkan, "Transforming
 * Classifier Scores into Accurate Multiclass Probability Estimates", KDD 2002). Suits a thousand
 * rows and more, and errors of any rising shape. Of n rows none is given less than 1 / (n + 2) or
 * more than its complement: n rows without an exception do not prove certainty, and one exception
 * among later rows would cost an infinite loss. A ten-thousandth of the probability itself is mixed
 * in: rows of one step stay in the order that the model gave them.
 *
 * @param curve of the label
 * @param least probability that is given
 */
public record IsotonicCalibration(IsotonicRegression curve, double least) implements Calibrator {

  static final int STORED = 2;

  private static final double OWN = 1e-4;

  public IsotonicCalibration {
    if (!(least >= 0 && least <= 0.5)) {
      throw new IllegalArgumentException("least must be from 0 to 0.5, but is " + least);
    }
  }

  /**
   * Fits to probabilities, or scores of any scale.
   *
   * @throws IllegalArgumentException if there are none or one is not finite
   */
  public static IsotonicCalibration fit(double[] probabilities, boolean[] positive) {
    double[] labels = new double[positive.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = positive[row] ? 1 : 0;
    }
    return new IsotonicCalibration(
        IsotonicRegression.fit(probabilities, labels), 1 / (labels.length + 2.0));
  }

  @Override
  public double calibrate(double probability) {
    double step = Math.max(least, Math.min(1 - least, curve.value(probability)));
    return step + OWN * (probability - step);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(STORED);
    out.writeDouble(least);
    curve.write(out);
  }

  static IsotonicCalibration readRest(DataInput in) throws IOException {
    double least = in.readDouble();
    if (!(least >= 0 && least <= 0.5)) {
      throw new IOException("damaged: a least probability of " + least);
    }
    return new IsotonicCalibration(IsotonicRegression.read(in), least);
  }
}
