package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Centres to begin with: rows drawn by their squared distance to the nearest so far, of several
 * drawn the one that leaves least (Arthur and Vassilvitskii, 2007, section 5, "greedy").
 */
final class Seeding {

  private final EncodedRows rows;
  private final SplittableRandom random;
  private final double[] nearest;

  private Seeding(EncodedRows rows, SplittableRandom random) {
    this.rows = rows;
    this.random = random;
    this.nearest = new double[rows.count()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
  }

  /** Rows as centres; fewer than asked for where no row is left that differs from them. */
  static float[] centres(
      EncodedRows rows, int clusters, SplittableRandom random, TrainingListener listener) {
    var seeding = new Seeding(rows, random);
    int[] chosen = new int[clusters];
    chosen[0] = random.nextInt(rows.count());
    double left = seeding.take(seeding.with(chosen[0]));
    int count = 1;
    while (count < clusters && left > 0) {
      listener.stopIfCancelled();
      int candidates = 2 + (int) Math.log(clusters);
      double[] best = null;
      double least = Double.POSITIVE_INFINITY;
      for (int candidate = 0; candidate < candidates; candidate++) {
        int row = seeding.draw(left);
        double[] distances = seeding.with(row);
        double sum = Arrays.stream(distances).sum();
        if (sum < least) {
          least = sum;
          best = distances;
          chosen[count] = row;
        }
      }
      count++;
      left = seeding.take(best);
    }
    float[] centres = new float[count * rows.width()];
    for (int centre = 0; centre < count; centre++) {
      System.arraycopy(
          rows.values(),
          chosen[centre] * rows.width(),
          centres,
          centre * rows.width(),
          rows.width());
    }
    return centres;
  }

  /** Squared distances to the nearest centre if the row were one too. */
  private double[] with(int centre) {
    float[] own =
        Arrays.copyOfRange(rows.values(), centre * rows.width(), (centre + 1) * rows.width());
    double[] distances = new double[nearest.length];
    rows.forEachBlock(
        block -> {
          for (int row = rows.begin(block); row < rows.end(block); row++) {
            distances[row] = Math.min(nearest[row], rows.distance(row, own, 0));
          }
        });
    return distances;
  }

  private double take(double[] distances) {
    System.arraycopy(distances, 0, nearest, 0, nearest.length);
    return Arrays.stream(nearest).sum();
  }

  private int draw(double sum) {
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int row = 0; row < nearest.length; row++) {
      if (nearest[row] > 0) {
        last = row;
        left -= nearest[row];
        if (left < 0) {
          return row;
        }
      }
    }
    return last;
  }
}
