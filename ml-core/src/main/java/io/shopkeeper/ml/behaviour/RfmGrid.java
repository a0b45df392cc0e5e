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

  private static final int FIFTHS = RfmScores.FIFTHS;

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
    RfmScores scores = RfmScores.of(orders, filter);
    long[] money = new long[FIFTHS];
    long[][] sums = new long[FIFTHS * FIFTHS][3];
    for (int i = 0; i < scores.size(); i++) {
      money[scores.money()[i] - 1]++;
      long[] sum = sums[(scores.recency()[i] - 1) * FIFTHS + scores.frequency()[i] - 1];
      sum[0]++;
      sum[1] += scores.orders()[i];
      sum[2] += scores.amounts()[i];
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      cells.add(new Cell(i / FIFTHS + 1, i % FIFTHS + 1, sums[i][0], sums[i][1], sums[i][2]));
    }
    return new RfmGrid(scores.size(), cells, Arrays.stream(money).boxed().toList());
  }
}
