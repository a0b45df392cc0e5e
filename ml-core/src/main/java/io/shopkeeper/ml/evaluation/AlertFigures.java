package io.shopkeeper.ml.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What comes of looking at a share of the rows, those with the highest scores: how many frauds are
 * among them, and how much money they stand for. Where the share ends within equal scores, these
 * share it. Rows may count several times, as the bootstrap needs it. Immutable and safe for use by
 * several threads.
 */
public final class AlertFigures {

  private final double[] scores;
  private final boolean[] fraud;
  private final Optional<double[]> losses;
  private final double budget;
  private final int[] order;

  /**
   * Takes scores; the arrays are not copied.
   *
   * @param scores not NaN; greater is more likely fraud
   * @param losses of each row, what is lost if it is a fraud and nobody looks
   * @param budget share of the rows that is looked at, above 0 to 1
   */
  public AlertFigures(double[] scores, boolean[] fraud, Optional<double[]> losses, double budget) {
    if (scores.length != fraud.length
        || losses.filter(each -> each.length != scores.length).isPresent()) {
      throw new IllegalArgumentException(
          "%,d scores, but %,d labels".formatted(scores.length, fraud.length));
    }
    if (!(budget > 0 && budget <= 1)) {
      throw new IllegalArgumentException("budget must be above 0 and at most 1, but is " + budget);
    }
    this.scores = scores;
    this.fraud = fraud;
    this.losses = losses;
    this.budget = budget;
    order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((one, other) -> Double.compare(scores[other], scores[one]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** In the order of {@link #of}. */
  public List<String> names() {
    return losses.isPresent()
        ? List.of("recall_at_budget", "precision_at_budget", "cost_saved", "cost_saved_share")
        : List.of("recall_at_budget", "precision_at_budget");
  }

  /** The figures of all rows. */
  public double[] all() {
    int[] once = new int[order.length];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * Frauds found by all frauds; frauds found by rows looked at; and with losses what the found ones
   * would have cost, and its share of what all would have cost.
   *
   * @param times how often each row counts
   * @return NaN where one cannot be said
   */
  public double[] of(int[] times) {
    long rows = 0;
    double frauds = 0;
    double loss = 0;
    for (int row = 0; row < times.length; row++) {
      rows += times[row];
      if (fraud[row]) {
        frauds += times[row];
        loss += times[row] * loss(row);
      }
    }
    double looked = Math.floor(budget * rows + 1e-9);
    double[] found = found(times, looked);
    double recall = frauds == 0 ? Double.NaN : found[0] / frauds;
    double precision = looked == 0 ? Double.NaN : found[0] / looked;
    return losses.isPresent()
        ? new double[] {recall, precision, found[1], loss == 0 ? Double.NaN : found[1] / loss}
        : new double[] {recall, precision};
  }

  /** Frauds, and their losses, among the first. */
  private double[] found(int[] times, double looked) {
    double left = looked;
    double[] found = new double[2];
    for (int from = 0; from < order.length && left > 0; ) {
      int to = from;
      long group = 0;
      double hits = 0;
      double saved = 0;
      for (; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
        int row = order[to];
        group += times[row];
        if (fraud[row]) {
          hits += times[row];
          saved += times[row] * loss(row);
        }
      }
      double share = group <= left ? 1 : left / group;
      found[0] += share * hits;
      found[1] += share * saved;
      left -= group;
      from = to;
    }
    return found;
  }

  private double loss(int row) {
    return losses.isPresent() ? losses.get()[row] : 0;
  }
}
