package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.ScoreCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** Counts payments by the whole percent of their score. Plain Java; for one thread. */
final class CurveCount {

  private static final int MOST = 100;
  private static final double DAY = Duration.ofDays(1).toMillis();

  private final TreeMap<Integer, EnumMap<Outcome, Cell>> cells = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private static final class Cell {
    private final Amounts fraudAmount = new Amounts();
    private final Amounts goodAmount = new Amounts();
    private long frauds;
    private long good;
    private long open;

    ScoreCurve.Cell view(int percent, Outcome rules, String currency) {
      return new ScoreCurve.Cell(
          percent, rules, frauds, fraudAmount.in(currency), good, goodAmount.in(currency), open);
    }

    void add(JudgedPast past) {
      if (past.isFraud()) {
        frauds++;
        fraudAmount.add(past.payment());
      } else if (past.isGood()) {
        good++;
        goodAmount.add(past.payment());
      } else {
        open++;
      }
    }
  }

  /** Payments without a score are left out. */
  void add(JudgedPast past) {
    if (past.score().isEmpty()) {
      return;
    }
    int percent = Math.clamp((long) Math.floor(100 * past.score().get()), 0, MOST);
    cells
        .computeIfAbsent(percent, each -> new EnumMap<>(Outcome.class))
        .computeIfAbsent(past.rules(), each -> new Cell())
        .add(past);
    first = Math.min(first, past.payment().time());
    last = Math.max(last, past.payment().time());
  }

  /**
   * All that was added.
   *
   * @return null where nothing had a score
   */
  ScoreCurve curve(String currency, Integer model) {
    if (model == null || first > last) {
      return null;
    }
    List<ScoreCurve.Cell> all = new ArrayList<>();
    cells.forEach(
        (percent, row) ->
            row.forEach((rules, cell) -> all.add(cell.view(percent, rules, currency))));
    return new ScoreCurve(Math.max(1, (last - first) / DAY), model, all);
  }
}
