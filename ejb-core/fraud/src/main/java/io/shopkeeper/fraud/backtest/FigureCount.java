package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestFigures;
import io.shopkeeper.fraud.boundary.Outcome;

/** Counts what one judge would have done; amounts by currency. For one thread. */
final class FigureCount {

  private static final double MINUTES = 60;

  private long hits;
  private long caught;
  private long missed;
  private long falseAlarms;
  private long open;
  private long reviews;
  private final Amounts caughtAmount = new Amounts();
  private final Amounts missedAmount = new Amounts();
  private final Amounts falseAmount = new Amounts();

  void add(JudgedPast past, Outcome asked) {
    boolean hit = asked != Outcome.ALLOW;
    if (!hit && past.isFraud()) {
      missed++;
      missedAmount.add(past.payment());
    }
    if (!hit) {
      return;
    }
    hits++;
    reviews += asked == Outcome.REVIEW ? 1 : 0;
    if (past.isFraud()) {
      caught++;
      caughtAmount.add(past.payment());
    } else if (past.isGood()) {
      falseAlarms++;
      falseAmount.add(past.payment());
    } else {
      open++;
    }
  }

  BacktestFigures figures(String currency, ReviewTerms terms) {
    double hours = reviews * terms.minutes() / MINUTES;
    long cost = Math.round(hours * terms.centsPerHour());
    return new BacktestFigures(
        hits,
        caught,
        caughtAmount.in(currency),
        missed,
        missedAmount.in(currency),
        falseAlarms,
        falseAmount.in(currency),
        open,
        share(caught, caught + falseAlarms),
        share(caught, caught + missed),
        reviews,
        hours,
        cost,
        caughtAmount.in(currency) - cost);
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }
}
