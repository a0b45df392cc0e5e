package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/**
 * A linear support vector machine with squared hinge loss by coordinate descent on its dual (C.-J.
 * Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan: A Dual Coordinate Descent Method
 * for Large-scale Linear SVM, ICML 2008; texts that are far on their side are left out until the
 * rest is done, its section 3.3), on features that are scaled by the power of a log-count ratio (S.
 * Wang, C. D. Manning: Baselines and Bigrams, ACL 2012). For one thread.
 */
final class DualDescent {

  /** Of the projected gradients' range, as LIBLINEAR's. */
  private static final double TOLERANCE = 0.1;

  private static final double SMOOTHING = 1;

  private final SparseText[] texts;
  private final int words;
  private final int features;
  private final LinearTextOptions options;
  private final TrainingListener listener;

  /**
   * @param words features that are weighted by their ratio, the first ones
   * @param others features behind them that are not
   */
  DualDescent(
      SparseText[] texts,
      int words,
      int others,
      LinearTextOptions options,
      TrainingListener listener) {
    this.texts = texts;
    this.words = words;
    this.features = words + others;
    this.options = options;
    this.listener = listener;
  }

  /**
   * What was learnt.
   *
   * @param weights of the features as they come, the scale being in them
   */
  record Line(float[] weights, double offset) {

    double score(SparseText text) {
      double score = offset;
      int[] found = text.features();
      float[] values = text.values();
      for (int i = 0; i < found.length; i++) {
        score += weights[found[i]] * values[i];
      }
      return score;
    }
  }

  /**
   * Learns to tell some texts from others.
   *
   * @param rows places of the texts to learn from
   * @param positive of each text, whether it is one of them
   */
  Line learn(int[] rows, boolean[] positive, SplittableRandom random) {
    // Side by side, since both are needed at once: weight times scale, and the scale's square.
    float[] state = new float[2 * features];
    scales(rows, positive, state);
    double[] alphas = new double[rows.length];
    double[] curvatures = new double[rows.length];
    double ridge = 0.5 / options.penalty();
    for (int i = 0; i < rows.length; i++) {
      curvatures[i] = ridge + 1 + square(texts[rows[i]], state);
    }
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double offset = 0;
    int active = order.length;
    double edge = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      listener.stopIfCancelled();
      Shuffle.of(order, active, random);
      double most = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int at = 0; at < active; at++) {
        int i = order[at];
        SparseText text = texts[rows[i]];
        double sign = positive[rows[i]] ? 1 : -1;
        double gradient = sign * (dot(text, state) + offset) - 1 + ridge * alphas[i];
        if (alphas[i] == 0 && gradient > edge) {
          order[at--] = order[--active];
          order[active] = i;
          continue;
        }
        double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
        most = Math.max(most, projected);
        least = Math.min(least, projected);
        if (projected != 0) {
          double before = alphas[i];
          alphas[i] = Math.max(before - gradient / curvatures[i], 0);
          double step = sign * (alphas[i] - before);
          move(text, state, step);
          offset += step;
        }
      }
      if (most - least > TOLERANCE) {
        edge = most > 0 ? most : Double.POSITIVE_INFINITY;
      } else if (active == order.length) {
        break;
      } else {
        active = order.length;
        edge = Double.POSITIVE_INFINITY;
      }
    }
    float[] weights = new float[features];
    for (int feature = 0; feature < features; feature++) {
      weights[feature] = state[2 * feature];
    }
    return new Line(weights, offset);
  }

  private void scales(int[] rows, boolean[] positive, float[] state) {
    int[] with = new int[words];
    int[] without = new int[words];
    long all = 0;
    long others = 0;
    for (int row : rows) {
      int[] counts = positive[row] ? with : without;
      for (int feature : texts[row].features()) {
        if (feature < words) {
          counts[feature]++;
          all += positive[row] ? 1 : 0;
          others += positive[row] ? 0 : 1;
        }
      }
    }
    double level = Math.log((all + SMOOTHING * words) / (others + SMOOTHING * words));
    for (int feature = 0; feature < words; feature++) {
      double ratio = Math.log((with[feature] + SMOOTHING) / (without[feature] + SMOOTHING)) - level;
      state[2 * feature + 1] = (float) Math.pow(Math.abs(ratio), 2 * options.ratio());
    }
    for (int feature = words; feature < features; feature++) {
      state[2 * feature + 1] = 1;
    }
  }

  private static double square(SparseText text, float[] state) {
    double sum = 0;
    for (int i = 0; i < text.features().length; i++) {
      double value = text.values()[i];
      sum += state[2 * text.features()[i] + 1] * value * value;
    }
    return sum;
  }

  private static double dot(SparseText text, float[] state) {
    int[] found = text.features();
    float[] values = text.values();
    double sum = 0;
    for (int i = 0; i < found.length; i++) {
      sum += state[2 * found[i]] * values[i];
    }
    return sum;
  }

  private static void move(SparseText text, float[] state, double step) {
    int[] found = text.features();
    float[] values = text.values();
    for (int i = 0; i < found.length; i++) {
      int at = 2 * found[i];
      state[at] += (float) (step * state[at + 1] * values[i]);
    }
  }
}
