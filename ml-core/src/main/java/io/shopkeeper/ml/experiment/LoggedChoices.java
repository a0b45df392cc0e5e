package io.shopkeeper.ml.experiment;

import java.util.stream.IntStream;

/**
 * What was shown before, and what came of it: one entry for each choice.
 *
 * @param unit whose choice it was, 0 and more without gaps; choices of one unit are alike
 * @param reward such as 1 for a click
 * @param propensity how probable it was that this was shown, above 0, at most 1
 * @param candidate how probable it is that the candidate would have shown it, from 0 to 1
 */
public record LoggedChoices(int[] unit, double[] reward, double[] propensity, double[] candidate) {

  /** Rejects what cannot be weighed. */
  public LoggedChoices {
    int size = unit.length;
    if (reward.length != size || propensity.length != size || candidate.length != size) {
      throw new IllegalArgumentException(
          "%d units, %d rewards, %d propensities and %d candidate probabilities are not of the same choices"
              .formatted(size, reward.length, propensity.length, candidate.length));
    }
    for (int i = 0; i < size; i++) {
      if (!(propensity[i] > 0 && propensity[i] <= 1) || !(candidate[i] >= 0 && candidate[i] <= 1)) {
        throw new IllegalArgumentException(
            "choice %d: a propensity must be above 0 and at most 1 and a candidate's probability from 0 to 1, but are %s and %s"
                .formatted(i, propensity[i], candidate[i]));
      }
    }
  }

  /** How many choices. */
  public int size() {
    return unit.length;
  }

  /** How many units. */
  public int units() {
    return IntStream.of(unit).max().orElse(-1) + 1;
  }

  /** How much more often the candidate would have made a choice. */
  public double weight(int choice) {
    return candidate[choice] / propensity[choice];
  }
}
