package io.shopkeeper.fraud.boundary.threshold;

import io.shopkeeper.fraud.boundary.Outcome;

/**
 * What thresholds would have done, together with the rules, to the payments of a curve. Amounts are
 * in hundredths.
 *
 * @param held for how many something else than to let pass is asked
 * @param caught how many of these were fraud
 * @param missed how many frauds were let pass
 * @param falseAlarms how many of those that were held were good
 * @param reviews at how many a person has to look
 * @param reviewsPerDay the same for one day
 * @param hoursPerDay how long that takes
 * @param reviewCents what all looking costs
 * @param turnedAwayCents what is lost with good payers who are refused, or leave when they are to
 *     confirm
 */
public record ThresholdFigures(
    long held,
    long caught,
    long caughtCents,
    long missed,
    long missedCents,
    long falseAlarms,
    long falseCents,
    long reviews,
    double reviewsPerDay,
    double hoursPerDay,
    long reviewCents,
    long turnedAwayCents) {

  private static final double MINUTES = 60;

  /** Works them out. */
  public static ThresholdFigures of(ScoreCurve curve, ScoreThresholds thresholds, CostTerms terms) {
    var sum = new Sum();
    curve.cells().forEach(cell -> sum.add(cell, thresholds, terms));
    double hours = sum.reviews * terms.minutes() / MINUTES;
    return new ThresholdFigures(
        sum.held,
        sum.caught,
        sum.caughtCents,
        sum.missed,
        sum.missedCents,
        sum.falseAlarms,
        sum.falseCents,
        sum.reviews,
        sum.reviews / curve.days(),
        hours / curve.days(),
        Math.round(hours * terms.centsPerHour()),
        Math.round(sum.turnedAway));
  }

  /** What all of it costs: missed frauds, looking, and good payers who are turned away. */
  public long costCents() {
    return missedCents + reviewCents + turnedAwayCents;
  }

  /** What the caught frauds were worth, less what catching them costs. */
  public long savedCents() {
    return caughtCents - reviewCents - turnedAwayCents;
  }

  private static final class Sum {
    private long held;
    private long caught;
    private long caughtCents;
    private long missed;
    private long missedCents;
    private long falseAlarms;
    private long falseCents;
    private long reviews;
    private double turnedAway;

    void add(ScoreCurve.Cell cell, ScoreThresholds thresholds, CostTerms terms) {
      Outcome asked = cell.rules().and(thresholds.ofPercent(cell.percent()));
      if (asked == Outcome.ALLOW) {
        missed += cell.frauds();
        missedCents += cell.fraudCents();
        return;
      }
      long all = cell.frauds() + cell.good() + cell.open();
      held += all;
      caught += cell.frauds();
      caughtCents += cell.fraudCents();
      falseAlarms += cell.good();
      falseCents += cell.goodCents();
      switch (asked) {
        case REVIEW -> reviews += all;
        case BLOCK -> turnedAway += cell.goodCents() * terms.margin();
        default -> turnedAway += cell.goodCents() * terms.margin() * terms.leaving();
      }
    }
  }
}
