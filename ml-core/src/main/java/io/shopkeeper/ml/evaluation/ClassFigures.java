package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.metric.Confusion;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of {@link ClassMetrics}, and of two classes those of {@link
 * io.shopkeeper.ml.metric.BinaryScores}.
 */
public final class ClassFigures implements Figures {

  private static final List<String> OF_CLASSES =
      List.of("accuracy", "precision", "recall", "f1", "macro_f1", "log_loss", "brier", "ece");
  private static final double LEAST = 1e-15;

  private final int classes;
  private final int[] codes;
  private final int[] guesses;
  private final double[] losses;
  private final double[] squares;
  private final double[] certainties;
  private final boolean[] hits;
  private final RankedScores ranked;
  private final List<String> names;

  /**
   * Takes predictions; the arrays are not copied.
   *
   * @param probabilities rows × classes
   * @param codes the true classes
   */
  public ClassFigures(double[][] probabilities, int[] codes) {
    if (probabilities.length != codes.length) {
      throw new IllegalArgumentException(
          "%,d predictions of %,d classes".formatted(probabilities.length, codes.length));
    }
    int n = codes.length;
    this.codes = codes;
    classes = n == 0 ? 2 : probabilities[0].length;
    guesses = new int[n];
    losses = new double[n];
    squares = new double[n];
    certainties = new double[n];
    hits = new boolean[n];
    for (int row = 0; row < n; row++) {
      look(row, probabilities[row]);
    }
    // Of two classes certainties and hits are those of the second.
    ranked = classes == 2 ? new RankedScores(certainties, hits) : null;
    names = new ArrayList<>(OF_CLASSES);
    if (ranked != null) {
      names.addAll(List.of("auc", "pr_auc"));
    }
  }

  private void look(int row, double[] p) {
    int best = 0;
    for (int code = 1; code < classes; code++) {
      best = p[code] > p[best] ? code : best;
    }
    guesses[row] = best;
    losses[row] = -Math.log(Math.max(LEAST, p[codes[row]]));
    certainties[row] = classes == 2 ? p[1] : p[best];
    hits[row] = classes == 2 ? codes[row] == 1 : codes[row] == best;
    double square = 0;
    for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
      double error = p[code] - (codes[row] == code ? 1 : 0);
      square += error * error;
    }
    squares[row] = square;
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public double[] of(int[] times) {
    long[][] counts = new long[classes][classes];
    double[] calibration = new double[ClassMetrics.BINS];
    long rows = 0;
    double loss = 0;
    double square = 0;
    for (int row = 0; row < times.length; row++) {
      int weight = times[row];
      if (weight == 0) {
        continue;
      }
      rows += weight;
      counts[codes[row]][guesses[row]] += weight;
      loss += weight * losses[row];
      square += weight * squares[row];
      int bin = Math.clamp((int) (certainties[row] * ClassMetrics.BINS), 0, ClassMetrics.BINS - 1);
      calibration[bin] += weight * ((hits[row] ? 1 : 0) - certainties[row]);
    }
    double error = 0;
    for (double bin : calibration) {
      error += Math.abs(bin);
    }
    var confusion = new Confusion(counts);
    boolean two = classes == 2;
    double[] values = new double[names.size()];
    values[0] = rows == 0 ? Double.NaN : confusion.accuracy();
    values[1] = two ? confusion.precision(1) : confusion.mean(confusion::precision);
    values[2] = two ? confusion.recall(1) : confusion.mean(confusion::recall);
    values[3] = two ? confusion.f1(1) : confusion.mean(confusion::f1);
    values[4] = confusion.mean(confusion::f1);
    values[5] = loss / rows;
    values[6] = square / rows;
    values[7] = error / rows;
    if (two) {
      values[8] = ranked.auc(times);
      values[9] = ranked.averagePrecision(times);
    }
    return values;
  }
}
