package io.shopkeeper.ml.behaviour;

import java.util.Arrays;

/**
 * Each customer's recency, frequency and money, scored as {@link RfmGrid} says. Arrays go by
 * customers with an order that counts, in the order of their numbers; nobody may change them.
 *
 * @param customers their numbers
 * @param last the day of each one's last order, counted from 1970-01-01
 * @param orders how many each has
 * @param amounts what each paid, in hundredths
 * @param recency scores from 1 to 5
 * @param frequency the same
 * @param money the same
 */
public record RfmScores(
    int[] customers,
    long[] last,
    long[] orders,
    long[] amounts,
    int[] recency,
    int[] frequency,
    int[] money) {

  /** Scores. */
  public static final int FIFTHS = 5;

  private static final long DAY = 86_400_000;

  /** Of the orders that count. */
  public static RfmScores of(OrderLog log, ActFilter filter) {
    int most = log.customers();
    long[] last = new long[most];
    long[] often = new long[most];
    long[] much = new long[most];
    for (int order = 0; order < log.size(); order++) {
      if (log.taken(order, filter)) {
        int customer = log.customer(order);
        last[customer] = Math.floorDiv(log.time(order), DAY);
        often[customer]++;
        much[customer] += log.amount(order);
      }
    }
    int[] who = new int[most];
    int n = 0;
    for (int customer = 0; customer < most; customer++) {
      if (often[customer] > 0) {
        who[n] = customer;
        last[n] = last[customer];
        often[n] = often[customer];
        much[n] = much[customer];
        n++;
      }
    }
    long[] days = Arrays.copyOf(last, n);
    long[] orders = Arrays.copyOf(often, n);
    long[] amounts = Arrays.copyOf(much, n);
    return new RfmScores(
        Arrays.copyOf(who, n),
        days,
        orders,
        amounts,
        scores(days),
        scores(orders),
        scores(amounts));
  }

  /** How many customers there are. */
  public int size() {
    return customers.length;
  }

  /** The score of each value, from 1 to 5. */
  static int[] scores(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] scores = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = 1 + (int) (FIFTHS * (long) fewer(sorted, values[i]) / values.length);
    }
    return scores;
  }

  /** How many are less than a value: the place of its first in order. */
  private static int fewer(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
