package io.shopkeeper.ml.neural.layer;

/** Sums of parts of arrays, four at once: one alone waits for each addition. */
public final class Sums {

  private Sums() {}

  /** Σ x. */
  public static float of(float[] x, int from, int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int end = from + length;
    int i = from;
    for (; i + 3 < end; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < end; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /** Σ x·y, both from the same place on. */
  public static float products(float[] x, float[] y, int from, int length) {
    return products(x, from, y, from, length);
  }

  /** Σ x·y. */
  public static float products(float[] x, int atX, float[] y, int atY, int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += x[atX + i] * y[atY + i];
      b += x[atX + i + 1] * y[atY + i + 1];
      c += x[atX + i + 2] * y[atY + i + 2];
      d += x[atX + i + 3] * y[atY + i + 3];
    }
    for (; i < length; i++) {
      a += x[atX + i] * y[atY + i];
    }
    return (a + b) + (c + d);
  }

  /** Σ (x − mean)². */
  static float squares(float[] x, int from, int length, float mean) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int end = from + length;
    int i = from;
    for (; i + 3 < end; i += 4) {
      a += (x[i] - mean) * (x[i] - mean);
      b += (x[i + 1] - mean) * (x[i + 1] - mean);
      c += (x[i + 2] - mean) * (x[i + 2] - mean);
      d += (x[i + 3] - mean) * (x[i + 3] - mean);
    }
    for (; i < end; i++) {
      a += (x[i] - mean) * (x[i] - mean);
    }
    return (a + b) + (c + d);
  }
}
