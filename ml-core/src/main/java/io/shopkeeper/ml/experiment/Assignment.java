package io.shopkeeper.ml.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which units see which arm. Nothing is stored: the answer is a hash of the salt and the unit's
 * key, so every server and every later day gives the same one (R. Kohavi, D. Tang, Y. Xu,
 * "Trustworthy Online Controlled Experiments", 2020, chapter 4). Whether a unit takes part and
 * which arm it sees come from two hashes: a greater ramp adds units and moves none. Thread-safe.
 *
 * @param salt of this experiment alone, so that two experiments draw independently
 * @param holdout the share of all units that sees no arm, from 0 to below 1; must stay the same for
 *     as long as the experiment lasts
 * @param ramp the share of the others that takes part, from 0 to 1
 * @param arms two or more, each with its share; their order and shares must stay the same
 */
public record Assignment(String salt, double holdout, double ramp, List<Arm> arms) {

  /** Rejects what cannot be drawn. */
  public Assignment {
    if (salt.isBlank()) {
      throw new IllegalArgumentException("an experiment needs a salt of its own");
    }
    within("holdout", holdout, holdout >= 0 && holdout < 1);
    within("ramp", ramp, ramp >= 0 && ramp <= 1);
    arms = List.copyOf(arms);
    if (arms.size() < 2) {
      throw new IllegalArgumentException("an experiment needs at least 2 arms");
    }
    Set<String> names = new HashSet<>();
    for (Arm arm : arms) {
      if (!names.add(arm.name())) {
        throw new IllegalArgumentException("two arms are called " + arm.name());
      }
    }
  }

  private static void within(String what, double value, boolean right) {
    if (!right) {
      throw new IllegalArgumentException(
          "the %s must be a share from 0 to 1, but is %s".formatted(what, value));
    }
  }

  /** Where a unit stands. */
  public Place place(String unit) {
    double admission = UnitHash.position(salt, "admission", unit);
    if (admission < holdout) {
      return Place.HELD_OUT;
    }
    if ((admission - holdout) / (1 - holdout) >= ramp) {
      return Place.OUTSIDE;
    }
    return new Place(Place.Group.ARM, armOf(UnitHash.position(salt, "arm", unit)));
  }

  private int armOf(double position) {
    double[] shares = shares();
    double edge = 0;
    for (int arm = 0; arm < shares.length - 1; arm++) {
      edge += shares[arm];
      if (position < edge) {
        return arm;
      }
    }
    return shares.length - 1;
  }

  /** The same experiment with another ramp. */
  public Assignment ramped(double to) {
    return new Assignment(salt, holdout, to, arms);
  }

  /** The arms' shares, 1 together. */
  public double[] shares() {
    double sum = arms.stream().mapToDouble(Arm::share).sum();
    return arms.stream().mapToDouble(arm -> arm.share() / sum).toArray();
  }
}
