package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Weights, none below 0, that make what was held out likely among the candidates: the greatest Σ ln
 * softmax(w · x) less a small ridge (McFadden's conditional logit, 1974), concave in w; by Newton
 * steps on one weight after another.
 */
final class WeightLearning {

  private static final int CANDIDATES = 100;
  private static final int SWEEPS = 25;
  private static final double RIDGE = 1;
  private static final double STEP = 0.5;

  private final int width;
  private final Case[] cases;
  private final TrainingListener listener;

  /** x of each candidate, candidate by candidate, and which were wanted. */
  private record Case(float[] x, boolean[] wanted, int count) {}

  private WeightLearning(int width, Case[] cases, TrainingListener listener) {
    this.width = width;
    this.cases = cases;
    this.listener = listener;
  }

  /** Learns; all 1 where there is nothing to learn from. */
  static double[] learn(
      Components components, List<HeldOut.Question> questions, TrainingListener listener) {
    var cases = new Case[questions.size()];
    KernelBackends.current()
        .workers()
        .forEach(
            cases.length,
            i -> {
              listener.stopIfCancelled();
              cases[i] = ask(components, questions.get(i));
            });
    double[] weights = new double[components.size()];
    Arrays.fill(weights, 1);
    return cases.length == 0
        ? weights
        : new WeightLearning(weights.length, cases, listener).run(weights);
  }

  private static Case ask(Components components, HeldOut.Question question) {
    float[][] scores = components.standardised(question.history());
    var asked = new BitSet();
    for (int item : Candidates.of(question.history(), scores, CANDIDATES)) {
      asked.set(item);
    }
    asked.or(question.wanted());
    int[] items = asked.stream().toArray();
    float[] x = new float[items.length * scores.length];
    boolean[] wanted = new boolean[items.length];
    for (int i = 0; i < items.length; i++) {
      wanted[i] = question.wanted().get(items[i]);
      for (int c = 0; c < scores.length; c++) {
        x[i * scores.length + c] = scores[c][items[i]];
      }
    }
    return new Case(x, wanted, question.wanted().cardinality());
  }

  private double[] run(double[] weights) {
    double most = 1;
    for (int sweep = 0; sweep < SWEEPS && most > 1e-3; sweep++) {
      most = 0;
      for (int c = 0; c < width; c++) {
        listener.stopIfCancelled();
        double step = step(c, weights);
        double next = Math.max(0, weights[c] + Math.clamp(step, -STEP, STEP));
        most = Math.max(most, Math.abs(next - weights[c]));
        weights[c] = next;
      }
      listener.measured("loss train", sweep, loss(weights));
    }
    return weights;
  }

  private double step(int c, double[] weights) {
    double[][] slopes = new double[cases.length][];
    KernelBackends.current()
        .workers()
        .forEach(cases.length, i -> slopes[i] = slope(cases[i], c, weights));
    double slope = -RIDGE * weights[c];
    double curve = RIDGE;
    for (double[] one : slopes) {
      slope += one[0];
      curve += one[1];
    }
    return slope / curve;
  }

  /** The case's part of the first and the second derivative. */
  private double[] slope(Case one, int c, double[] weights) {
    double[] shares = shares(one, weights);
    double mean = 0;
    double square = 0;
    double wanted = 0;
    for (int i = 0; i < shares.length; i++) {
      double x = one.x[i * width + c];
      mean += shares[i] * x;
      square += shares[i] * x * x;
      wanted += one.wanted[i] ? x : 0;
    }
    return new double[] {wanted - one.count * mean, one.count * (square - mean * mean)};
  }

  private double[] shares(Case one, double[] weights) {
    double[] shares = new double[one.wanted.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shares.length; i++) {
      for (int c = 0; c < width; c++) {
        shares[i] += weights[c] * one.x[i * width + c];
      }
      most = Math.max(most, shares[i]);
    }
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(shares[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private double loss(double[] weights) {
    double[] losses = new double[cases.length];
    KernelBackends.current()
        .workers()
        .forEach(
            cases.length,
            i -> {
              double[] shares = shares(cases[i], weights);
              for (int place = 0; place < shares.length; place++) {
                losses[i] -= cases[i].wanted[place] ? Math.log(shares[place] + 1e-30) : 0;
              }
            });
    int count = Arrays.stream(cases).mapToInt(one -> one.count).sum();
    return Arrays.stream(losses).sum() / count;
  }
}
