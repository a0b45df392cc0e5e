package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * x·W + c of one row.
 *
 * @param weights inputs × outputs
 * @param constants of each output
 */
record Affine(float[] weights, float[] constants) {

  int outputs() {
    return constants.length;
  }

  /** Numbers that are 0, as most of encoded categories are, cost nothing. */
  void apply(float[] x, float[] y) {
    if (y.length == 1) {
      y[0] = constants[0] + dot(x);
      return;
    }
    System.arraycopy(constants, 0, y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      float factor = x[i];
      if (factor != 0) {
        int at = i * y.length;
        for (int o = 0; o < y.length; o++) {
          y[o] += factor * weights[at + o];
        }
      }
    }
  }

  /** In four sums that do not wait for each other. */
  private float dot(float[] x) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 4 <= x.length; i += 4) {
      s0 += x[i] * weights[i];
      s1 += x[i + 1] * weights[i + 1];
      s2 += x[i + 2] * weights[i + 2];
      s3 += x[i + 3] * weights[i + 3];
    }
    for (; i < x.length; i++) {
      s0 += x[i] * weights[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  void write(DataOutput out) throws IOException {
    StoredForm.write(out, weights);
    StoredForm.write(out, constants);
  }

  static Affine read(DataInput in, int inputs) throws IOException {
    float[] weights = StoredForm.readFloats(in);
    float[] constants = StoredForm.readFloats(in);
    if (constants.length == 0 || (long) inputs * constants.length != weights.length) {
      throw new IOException(
          "damaged: %d weights of %d inputs and %d outputs"
              .formatted(weights.length, inputs, constants.length));
    }
    return new Affine(weights, constants);
  }
}
