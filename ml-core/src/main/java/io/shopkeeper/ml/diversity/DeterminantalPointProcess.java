package io.shopkeeper.ml.diversity;

import java.util.Arrays;

/**
 * The greedy most likely list of a determinantal point process (Chen, Zhang and Zhou: Fast Greedy
 * MAP Inference for Determinantal Point Process to Improve Recommendation Diversity, NeurIPS 2018).
 * The kernel is L_ij = q_i · S_ij · q_j with q = exp(α · score), α = θ / (2 · (1 − θ)), as in the
 * paper; next comes the candidate that makes ln det L of the chosen ones greatest. The determinant
 * grows by a Cholesky factor that gains a row with each item, so time is candidates × length². It
 * ends early where every other candidate is a combination of the chosen ones.
 */
public final class DeterminantalPointProcess {

  /** Below this, relative to the candidate alone, what a candidate adds is rounding. */
  private static final double LEAST = 1e-10;

  private DeterminantalPointProcess() {}

  /**
   * Chooses a list.
   *
   * @param scores of the candidates, finite, about 0 to 1
   * @param likeness of two candidates: a positive semidefinite matrix with 1 for each with itself,
   *     such as cosines
   * @param length at most so many are chosen, at least 0
   * @param theta how much the scores count, 0 to 1 exclusive: 0 for diversity alone
   * @return places of the chosen candidates in the order of the list; ties go to the lower place
   * @throws IllegalArgumentException if theta is not within 0 and 1, the length is negative or a
   *     score is not finite
   */
  public static int[] choose(float[] scores, Likeness likeness, int length, double theta) {
    Scores.check(scores, length);
    if (!(theta >= 0 && theta < 1)) {
      throw new IllegalArgumentException("theta must be 0 to below 1, but is " + theta);
    }
    return new Choice(scores, likeness, Math.min(length, scores.length), theta).run();
  }

  /** One list that grows. For one thread. */
  private static final class Choice {

    private final Likeness likeness;
    private final double[] logQuality;
    private final int[] chosen;
    private final double[][] rows;
    private final double[] left;
    private final boolean[] taken;

    Choice(float[] scores, Likeness likeness, int length, double theta) {
      this.likeness = likeness;
      this.chosen = new int[length];
      this.rows = new double[length][scores.length];
      this.left = new double[scores.length];
      this.logQuality = new double[scores.length];
      this.taken = new boolean[scores.length];
      double alpha = theta / (2 * (1 - theta));
      for (int i = 0; i < left.length; i++) {
        left[i] = likeness.of(i, i);
        logQuality[i] = alpha * scores[i];
      }
    }

    /**
     * The qualities are kept apart: the gain of a candidate is 2 · ln q + ln d², where d² is what
     * the chosen ones leave of S, so that large scores overflow nothing.
     */
    int[] run() {
      for (int size = 0; size < chosen.length; size++) {
        int best = best();
        if (best < 0) {
          return Arrays.copyOf(chosen, size);
        }
        chosen[size] = best;
        taken[best] = true;
        if (size + 1 < chosen.length) {
          grow(size, best);
        }
      }
      return chosen;
    }

    private int best() {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < left.length; i++) {
        if (!taken[i] && left[i] > LEAST) {
          double gain = 2 * logQuality[i] + Math.log(left[i]);
          if (best < 0 || gain > most) {
            best = i;
            most = gain;
          }
        }
      }
      return best;
    }

    private void grow(int size, int added) {
      double root = Math.sqrt(left[added]);
      for (int i = 0; i < left.length; i++) {
        if (!taken[i]) {
          double rest = likeness.of(added, i);
          for (int row = 0; row < size; row++) {
            rest -= rows[row][added] * rows[row][i];
          }
          double entry = rest / root;
          rows[size][i] = entry;
          left[i] -= entry * entry;
        }
      }
    }
  }
}
