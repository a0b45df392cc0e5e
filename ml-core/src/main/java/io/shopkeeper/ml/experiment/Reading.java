package io.shopkeeper.ml.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment says now. The first arm is the control; the other arms share the level
 * (Bonferroni), so that all that is said of all of them is false no oftener than alpha.
 *
 * @param ratio whether the arms got what they should
 * @param arms the arms beside the control, in their order
 * @param verdict what follows
 * @param best the arm that the verdict names, as an index among all arms; −1 where it names none
 */
public record Reading(SampleRatio ratio, List<ArmReading> arms, Verdict verdict, int best) {

  /** What follows from the figures, the most urgent first. */
  public enum Verdict {
    /** The arms got other numbers of units than they should: mend that, believe nothing. */
    MISMATCH,
    /** An arm hurts what is guarded: stop it. */
    GUARD_BREACHED,
    /** An arm is better, and hurts nothing that is guarded. */
    WINNER,
    /** An arm is better, but a guard is not known yet: go on. */
    GUARD_OPEN,
    /** All arms are worse than the control. */
    CONTROL_BEST,
    /** As many units as were planned, and no clear difference. */
    NO_DIFFERENCE,
    /** Not known yet. */
    UNDECIDED
  }

  /**
   * An arm beside the control.
   *
   * @param guards in the order of the guards
   */
  public record ArmReading(Effect primary, List<Effect.Guard> guards) {}

  /**
   * A metric that must not suffer.
   *
   * @param margin the loss that is borne, as a share of the control
   * @param arms its samples, the control first
   */
  public record GuardSamples(double margin, List<Sample> arms) {}

  /**
   * Reads.
   *
   * @param shares of each arm, the control first, 1 together
   * @param primary the samples of the metric that decides, the control first
   * @param level for all arms together; planned for two of them
   * @param plannedUnits of each arm, after which no clear difference is an answer
   */
  public static Reading of(
      double[] shares,
      List<Sample> primary,
      List<GuardSamples> guards,
      ConfidenceSequence level,
      long plannedUnits) {
    long[] counts = primary.stream().mapToLong(Sample::units).toArray();
    ConfidenceSequence each = level.shared(primary.size() - 1);
    List<ArmReading> arms = new ArrayList<>();
    for (int arm = 1; arm < primary.size(); arm++) {
      List<Effect.Guard> known = new ArrayList<>();
      for (GuardSamples guard : guards) {
        known.add(
            Effect.of(guard.arms().getFirst(), guard.arms().get(arm), each)
                .guarded(guard.margin()));
      }
      arms.add(new ArmReading(Effect.of(primary.getFirst(), primary.get(arm), each), known));
    }
    SampleRatio ratio = SampleRatio.of(counts, shares);
    boolean full = true;
    for (long count : counts) {
      full &= count >= plannedUnits;
    }
    return decided(ratio, arms, full);
  }

  private static Reading decided(SampleRatio ratio, List<ArmReading> arms, boolean full) {
    if (ratio.isMismatch()) {
      return new Reading(ratio, arms, Verdict.MISMATCH, -1);
    }
    int breached = firstWith(arms, Effect.Guard.BREACHED);
    if (breached >= 0) {
      return new Reading(ratio, arms, Verdict.GUARD_BREACHED, breached + 1);
    }
    int winner = bestOf(arms, true);
    if (winner >= 0) {
      return new Reading(ratio, arms, Verdict.WINNER, winner + 1);
    }
    int open = bestOf(arms, false);
    if (open >= 0) {
      return new Reading(ratio, arms, Verdict.GUARD_OPEN, open + 1);
    }
    if (arms.stream().allMatch(arm -> arm.primary().isWorse())) {
      return new Reading(ratio, arms, Verdict.CONTROL_BEST, 0);
    }
    return new Reading(ratio, arms, full ? Verdict.NO_DIFFERENCE : Verdict.UNDECIDED, -1);
  }

  private static int firstWith(List<ArmReading> arms, Effect.Guard state) {
    for (int arm = 0; arm < arms.size(); arm++) {
      if (arms.get(arm).guards().contains(state)) {
        return arm;
      }
    }
    return -1;
  }

  /** Of those that are better than the control the one with the greatest difference. */
  private static int bestOf(List<ArmReading> arms, boolean safe) {
    int best = -1;
    for (int arm = 0; arm < arms.size(); arm++) {
      ArmReading one = arms.get(arm);
      boolean allowed =
          !safe || one.guards().stream().allMatch(guard -> guard == Effect.Guard.SAFE);
      if (one.primary().isBetter()
          && allowed
          && (best < 0 || one.primary().difference() > arms.get(best).primary().difference())) {
        best = arm;
      }
    }
    return best;
  }
}
