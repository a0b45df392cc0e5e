package io.shopkeeper.ml.price;

import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;

/**
 * How lively the shop was: the mean units of a product that was there, over the thirteen weeks
 * around a week. It takes the season and the growth of the shop out of a product's weeks, and is
 * too smooth to take out a price that was lower everywhere for a week.
 */
final class ShopLevel {

  private static final int REACH = 6;

  private final int begin;
  private final double[] logs;

  private ShopLevel(int begin, double[] logs) {
    this.begin = begin;
    this.logs = logs;
  }

  static ShopLevel of(DemandLog log) {
    int begin = log.begin();
    double[] units = new double[log.end() - begin];
    double[] there = new double[units.length];
    for (DemandLog.Product product : log.products()) {
      DemandHistory history = product.history();
      int from = history.begin() - begin;
      for (int week = 0; week < history.weeks(); week++) {
        units[from + week] += history.units()[week];
        there[from + week]++;
      }
    }
    double[] logs = new double[units.length];
    for (int week = 0; week < logs.length; week++) {
      double sum = 0;
      double count = 0;
      for (int near = Math.max(0, week - REACH);
          near < Math.min(logs.length, week + REACH + 1);
          near++) {
        sum += units[near];
        count += there[near];
      }
      // Half a unit more, so that a silent quarter has a logarithm.
      logs[week] = Math.log((sum + 0.5) / (count + 1));
    }
    return new ShopLevel(begin, logs);
  }

  /** The logarithm of the level in a week that the log has. */
  double in(int week) {
    return logs[week - begin];
  }
}
