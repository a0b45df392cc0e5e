package io.shopkeeper.ml.linear;

/** Small sums over floats. */
final class Floats {

  private Floats() {}

  static float[] of(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The mean of each column of rows × width. */
  static float[] means(float[] rows, int width) {
    double[] sums = new double[width];
    int count = width == 0 ? 0 : rows.length / width;
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        sums[i] += rows[row * width + i];
      }
    }
    float[] means = new float[width];
    for (int i = 0; i < width; i++) {
      means[i] = count == 0 ? 0 : (float) (sums[i] / count);
    }
    return means;
  }
}
