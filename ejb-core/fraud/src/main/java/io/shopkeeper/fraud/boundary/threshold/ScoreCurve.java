package io.shopkeeper.fraud.boundary.threshold;

import io.shopkeeper.fraud.boundary.Outcome;
import java.util.List;

/**
 * The payments of a time by their score and by what the rules ask for. Thresholds are whole
 * percents, so it says exactly what any of them would have done.
 *
 * @param days from the first payment to the last, at least 1
 * @param model the version that gave the scores
 * @param cells only those with payments, by percent and then by outcome
 */
public record ScoreCurve(double days, int model, List<Cell> cells) {

  public ScoreCurve {
    cells = List.copyOf(cells);
  }

  /**
   * Payments with the same whole percent of the score for which the rules ask the same. Amounts are
   * in hundredths of the report's currency; payments in others are in the counts only.
   *
   * @param percent 0 to 100
   * @param rules what the rules ask for by themselves
   * @param open of how many nobody knows yet
   */
  public record Cell(
      int percent,
      Outcome rules,
      long frauds,
      long fraudCents,
      long good,
      long goodCents,
      long open) {}
}
