package io.shopkeeper.ml.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Customers by recency, frequency and money. Each is scored from 1 to 5 by fifths of the customers:
 * {@code 1 + floor(5 × w / n)}, where {@code w} of {@code n} customers are worse. Who is equal is
 * scored equally, by the lower score: of 100 customers of whom 70 ordered once, these 70 have 1 and
 * the others 4 or 5. Worse is an earlier last day, fewer orders, less money.
 *
 * @param customers how many have an order that counts
 * @param cells the 25 cells of the grid: by recency, then frequency, each from 1 to 5
 * @param money customers of each score of money, from 1 to 5
 */
public record RfmGrid(int customers, List<Cell> cells, List<Long> money) {

  /** Scores. */
  public static final int FIFTHS = 5;

  private static final long DAY = 86_400_000;

  /**
   * Customers of the same scores.
   *
   * @param recency 1 to 5, 5 for those who ordered last
   * @param frequency 1 to 5, 5 for those who ordered most often
   * @param customers how many
   * @param orders of all of them
   * @param amount of all of them, in hundredths
   */
  public record Cell(int recency, int frequency, long customers, long orders, long amount) {}

  public RfmGrid {
    cells = List.copyOf(cells);
    money = List.copyOf(money);
  }

  /** Of the orders that count. */
  public static RfmGrid of(OrderLog orders, ActFilter filter) {
    int most = orders.customers();
    long[] last = new long[most];
    long[] often = new long[most];
    long[] much = new long[most];
    for (int order = 0; order < orders.size(); order++) {
      if (orders.taken(order, filter)) {
        int customer = orders.customer(order);
        last[customer] = Math.floorDiv(orders.time(order), DAY);
        often[customer]++;
        much[customer] += orders.amount(order);
      }
    }
    int n = 0;
    for (int customer = 0; customer < most; customer++) {
      if (often[customer] > 0) {
        last[n] = last[customer];
        often[n] = often[customer];
        much[n] = much[customer];
        n++;
      }
    }
    return of(Arrays.copyOf(last, n), Arrays.copyOf(often, n), Arrays.copyOf(much, n));
  }

  private static RfmGrid of(long[] last, long[] often, long[] much) {
    int[] recency = scores(last);
    int[] frequency = scores(often);
    long[] money = new long[FIFTHS];
    for (int score : scores(much)) {
      money[score - 1]++;
    }
    long[][] sums = new long[FIFTHS * FIFTHS][3];
    for (int i = 0; i < last.length; i++) {
      long[] sum = sums[(recency[i] - 1) * FIFTHS + frequency[i] - 1];
      sum[0]++;
      sum[1] += often[i];
      sum[2] += much[i];
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      cells.add(new Cell(i / FIFTHS + 1, i % FIFTHS + 1, sums[i][0], sums[i][1], sums[i][2]));
    }
    return new RfmGrid(last.length, cells, Arrays.stream(money).boxed().toList());
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
