package io.shopkeeper.ml.diversity;

import java.util.SplittableRandom;

/** Candidates with vectors, whose likeness is the cosine. */
record Alike(float[] scores, double[][] vectors) implements Likeness {

  static Alike of(long seed, int candidates, int width) {
    var random = new SplittableRandom(seed);
    float[] scores = new float[candidates];
    double[][] vectors = new double[candidates][width];
    for (int i = 0; i < candidates; i++) {
      scores[i] = (float) random.nextDouble();
      double squares = 0;
      for (int f = 0; f < width; f++) {
        vectors[i][f] = random.nextGaussian();
        squares += vectors[i][f] * vectors[i][f];
      }
      for (int f = 0; f < width; f++) {
        vectors[i][f] /= Math.sqrt(squares);
      }
    }
    return new Alike(scores, vectors);
  }

  @Override
  public double of(int a, int b) {
    double sum = 0;
    for (int f = 0; f < vectors[a].length; f++) {
      sum += vectors[a][f] * vectors[b][f];
    }
    return sum;
  }
}
