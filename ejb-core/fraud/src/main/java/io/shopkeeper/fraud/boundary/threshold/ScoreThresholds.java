package io.shopkeeper.fraud.boundary.threshold;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * From which score on what is asked for; in percent, above 100 for never.
 *
 * @param challenge from here on the payer confirms
 * @param review from here on a person looks
 * @param block from here on it is refused
 */
public record ScoreThresholds(long challenge, long review, long block) {

  /** Stands for never. */
  public static final long NEVER = 101;

  private static final double PERCENT = 100;

  /** What a score, 0 to 1, asks for. */
  public Outcome outcome(double score) {
    return ofPercent(PERCENT * score);
  }

  /** What a score in percent asks for; what is behind the point makes no difference. */
  public Outcome ofPercent(double percent) {
    if (percent >= block) {
      return Outcome.BLOCK;
    }
    if (percent >= review) {
      return Outcome.REVIEW;
    }
    return percent >= challenge ? Outcome.CHALLENGE : Outcome.ALLOW;
  }

  /** The one of an outcome; 0 for allow. */
  public long of(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> 0;
      case CHALLENGE -> challenge;
      case REVIEW -> review;
      case BLOCK -> block;
    };
  }

  /**
   * What is wrong with them, by field; empty if they are fine: 1 to 101 each, 101 for never; those
   * that are not never do not fall from confirming over looking to refusing.
   */
  public List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    long least = 1;
    for (Outcome outcome : List.of(Outcome.CHALLENGE, Outcome.REVIEW, Outcome.BLOCK)) {
      long percent = of(outcome);
      if (percent < 1 || percent > NEVER) {
        faults.add(
            new FieldError("/" + outcome.code(), "must be 1 to 100 percent, or 101 for never"));
      } else if (percent < least && percent != NEVER) {
        faults.add(
            new FieldError(
                "/" + outcome.code(),
                "must not be below the threshold before it, which is " + least + " percent"));
      }
      least = percent < NEVER ? Math.max(least, percent) : least;
    }
    return faults;
  }

  /** With another one for an outcome. */
  public ScoreThresholds with(Outcome outcome, long percent) {
    return switch (outcome) {
      case ALLOW -> this;
      case CHALLENGE -> new ScoreThresholds(percent, review, block);
      case REVIEW -> new ScoreThresholds(challenge, percent, block);
      case BLOCK -> new ScoreThresholds(challenge, review, percent);
    };
  }
}
