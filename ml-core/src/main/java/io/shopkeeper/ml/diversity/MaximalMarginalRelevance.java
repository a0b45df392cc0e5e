package io.shopkeeper.ml.diversity;

import java.util.Arrays;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): next comes the candidate with
 * the greatest λ · score − (1 − λ) · its greatest likeness to what is chosen. Time is candidates ×
 * length of the list.
 */
public final class MaximalMarginalRelevance {

  private MaximalMarginalRelevance() {}

  /**
   * Chooses a list.
   *
   * @param scores of the candidates, finite, best on the same scale as the likeness: 0 to 1
   * @param likeness of two candidates
   * @param length at most so many are chosen, at least 0
   * @param lambda 1 for the order of the scores, 0 for diversity alone
   * @return places of the chosen candidates in the order of the list; ties go to the lower place
   * @throws IllegalArgumentException if lambda is not within 0 and 1, the length is negative or a
   *     score is not finite
   */
  public static int[] choose(float[] scores, Likeness likeness, int length, double lambda) {
    Scores.check(scores, length);
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda must be 0 to 1, but is " + lambda);
    }
    int[] chosen = new int[Math.min(length, scores.length)];
    boolean[] taken = new boolean[scores.length];
    double[] nearest = new double[scores.length];
    Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    for (int place = 0; place < chosen.length; place++) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < scores.length; i++) {
        // The first one is like nothing yet.
        double value = lambda * scores[i] - (place == 0 ? 0 : (1 - lambda) * nearest[i]);
        if (!taken[i] && (best < 0 || value > most)) {
          best = i;
          most = value;
        }
      }
      chosen[place] = best;
      taken[best] = true;
      for (int i = 0; i < scores.length && place + 1 < chosen.length; i++) {
        if (!taken[i]) {
          nearest[i] = Math.max(nearest[i], likeness.of(best, i));
        }
      }
    }
    return chosen;
  }
}
