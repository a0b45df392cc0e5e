package io.shopkeeper.bench.data;

import java.util.Random;

/**
 * Case V: vectors of length 1 around 256 centres of 64 normal values, each a centre plus 0.7 times
 * normal noise. Seed 5.
 *
 * @param items row by row
 * @param queries row by row
 */
public record Vectors(float[] items, float[] queries) {

  /** Values of each vector. */
  public static final int WIDTH = 64;

  private static final int CENTRES = 256;

  /** So many items and queries; the first ones are the same whatever the numbers. */
  public static Vectors make(int items, int queries) {
    var random = new Random(5);
    float[] centres = new float[CENTRES * WIDTH];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    return new Vectors(rows(items, centres, random), rows(queries, centres, random));
  }

  private static float[] rows(int count, float[] centres, Random random) {
    float[] rows = new float[count * WIDTH];
    for (int row = 0; row < count; row++) {
      int centre = random.nextInt(CENTRES) * WIDTH;
      double squares = 0;
      for (int i = 0; i < WIDTH; i++) {
        float value = centres[centre + i] + 0.7f * (float) random.nextGaussian();
        rows[row * WIDTH + i] = value;
        squares += (double) value * value;
      }
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < WIDTH; i++) {
        rows[row * WIDTH + i] *= scale;
      }
    }
    return rows;
  }
}
