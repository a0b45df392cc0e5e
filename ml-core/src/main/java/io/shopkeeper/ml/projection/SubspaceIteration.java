package io.shopkeeper.ml.projection;

import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/** Turns a random space towards the directions of the greatest variance. */
final class SubspaceIteration {

  private final CentredRows rows;
  private final int directions;

  /** Orthonormal columns, width × directions. */
  private double[] basis;

  SubspaceIteration(CentredRows rows, int directions, long seed) {
    this.rows = rows;
    this.directions = directions;
    var random = new SplittableRandom(seed);
    basis = new double[rows.width() * directions];
    boolean whole = directions == rows.width();
    for (int i = 0; i < basis.length; i++) {
      boolean diagonal = i / directions == i % directions;
      basis[i] = whole ? (diagonal ? 1 : 0) : random.nextGaussian();
    }
    orthonormalise(random);
  }

  void run(int powerIterations, TrainingListener listener) {
    int passes = directions == rows.width() ? 0 : powerIterations + 1;
    // What falls out of the space because all variance is told is drawn anew, always alike.
    var random = new SplittableRandom(directions);
    for (int pass = 0; pass < passes; pass++) {
      listener.stopIfCancelled();
      basis = rows.covarianceTimes(floats(basis), directions);
      orthonormalise(random);
      listener.progress((pass + 1.0) / (passes + 1), "turning directions");
    }
    listener.stopIfCancelled();
  }

  /** The components within the space (Rayleigh and Ritz), the greatest first. */
  Projection projection(Encoder encoder, int kept) {
    double[] gram = rows.gram(floats(basis), directions);
    var eigen = SymmetricEigen.of(gram, directions);
    float[] components = new float[kept * rows.width()];
    double[] variances = new double[kept];
    for (int place = 0; place < kept; place++) {
      variances[place] = Math.max(0, eigen.values()[place]) / (rows.count() - 1);
      double[] component = new double[rows.width()];
      double greatest = 0;
      for (int d = 0; d < component.length; d++) {
        for (int j = 0; j < directions; j++) {
          component[d] += basis[d * directions + j] * eigen.vectors()[j * directions + place];
        }
        greatest = Math.abs(component[d]) > Math.abs(greatest) + 1e-9 ? component[d] : greatest;
      }
      // A direction has no sign of its own: its greatest number is made positive.
      for (int d = 0; d < component.length; d++) {
        components[place * component.length + d] =
            (float) (greatest < 0 ? -component[d] : component[d]);
      }
    }
    return new Projection(encoder, floats(rows.mean()), components, variances, rows.variance());
  }

  /** By the modified method of Gram and Schmidt, twice (Giraud and others, 2005). */
  private void orthonormalise(SplittableRandom random) {
    for (int column = 0; column < directions; column++) {
      double before = length(column);
      while (true) {
        for (int twice = 0; twice < 2; twice++) {
          for (int other = 0; other < column; other++) {
            subtract(column, other);
          }
        }
        double length = length(column);
        if (length > 1e-7 * before && length > 0) {
          scale(column, 1 / length);
          break;
        }
        for (int d = 0; d < rows.width(); d++) {
          basis[d * directions + column] = random.nextGaussian();
        }
        before = length(column);
      }
    }
  }

  private double length(int column) {
    double squares = 0;
    for (int d = 0; d < rows.width(); d++) {
      double value = basis[d * directions + column];
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private void subtract(int column, int other) {
    double product = 0;
    for (int d = 0; d < rows.width(); d++) {
      product += basis[d * directions + column] * basis[d * directions + other];
    }
    for (int d = 0; d < rows.width(); d++) {
      basis[d * directions + column] -= product * basis[d * directions + other];
    }
  }

  private void scale(int column, double factor) {
    for (int d = 0; d < rows.width(); d++) {
      basis[d * directions + column] *= factor;
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
