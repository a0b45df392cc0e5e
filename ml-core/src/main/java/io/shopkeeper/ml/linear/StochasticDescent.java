package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.encode.SparseRow;
import io.shopkeeper.ml.table.encode.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * The weights of a logistic or softmax model by stochastic gradient descent, a row at a time (L.
 * Bottou, "Stochastic Gradient Descent Tricks", 2012), for Σ weight·loss + l1·Σ|w| + l2/2·Σw². The
 * rate of a step is rate / (1 + mean Σx²) / (1 + passes so far)^decay. The cost of a row is that of
 * its numbers which are not 0. For one thread; the seed gives the order of the rows.
 */
final class StochasticDescent {

  private final SparseRows rows;
  private final int[] codes;
  private final float[] weights;
  private final double perRow;
  private final LazyWeights[] found;
  private final double[] constants;
  private final double[] p;
  private final double rate;
  private final double decay;
  private long steps;

  /**
   * @param codes the class of each row
   * @param weights of each row
   * @param constants where to begin; written
   */
  StochasticDescent(
      SparseRows rows,
      int[] codes,
      float[] weights,
      double[] constants,
      LogisticRegression.Options options) {
    this.rows = rows;
    this.codes = codes;
    this.weights = weights;
    this.constants = constants;
    this.p = new double[constants.length];
    this.decay = options.decay();
    this.rate = options.rate() / (1 + meanSquare(rows));
    double all = 0;
    for (float weight : weights) {
      all += weight;
    }
    // Rows that all weigh 0 leave nothing to learn from.
    this.perRow = all > 0 ? weights.length / all : 0;
    this.found = new LazyWeights[constants.length];
    for (int output = 0; output < found.length; output++) {
      found[output] =
          new LazyWeights(
              rows.width(),
              options.l1() * perRow / weights.length,
              options.l2() * perRow / weights.length);
    }
  }

  private static double meanSquare(SparseRows rows) {
    var row = new SparseRow();
    double sum = 0;
    for (int at = 0; at < rows.rows(); at++) {
      rows.row(at, row);
      for (int i = 0; i < row.size(); i++) {
        sum += (double) row.value(i) * row.value(i);
      }
    }
    return sum / Math.max(1, rows.rows());
  }

  /** For each output the weights and then the constant. */
  double[] run(int passes, long seed, TrainingListener listener) {
    new RowPasses(rows, passes, seed, listener).run(weights, this::learn);
    int width = rows.width();
    double[] all = new double[found.length * (width + 1)];
    for (int output = 0; output < found.length; output++) {
      System.arraycopy(found[output].all(), 0, all, output * (width + 1), width);
      all[output * (width + 1) + width] = constants[output];
    }
    return all;
  }

  private double learn(SparseRow row, int at) {
    double loss = probabilities(row, codes[at]);
    double step = rate * Math.pow(1 + (double) steps++ / codes.length, -decay);
    for (int output = 0; output < p.length; output++) {
      boolean hit = p.length == 1 ? codes[at] == 1 : codes[at] == output;
      double slope = weights[at] * perRow * (p[output] - (hit ? 1 : 0));
      LazyWeights own = found[output];
      for (int i = 0; i < row.size(); i++) {
        own.set(row.place(i), own.get(row.place(i)) - step * slope * row.value(i));
      }
      constants[output] -= step * slope;
      own.step(step);
    }
    return loss;
  }

  /** Writes the probabilities of the outputs; gives the loss of a class. */
  private double probabilities(SparseRow row, int code) {
    for (int output = 0; output < p.length; output++) {
      p[output] = constants[output];
      for (int i = 0; i < row.size(); i++) {
        p[output] += row.value(i) * found[output].get(row.place(i));
      }
    }
    return Outputs.probabilities(p, code);
  }
}
