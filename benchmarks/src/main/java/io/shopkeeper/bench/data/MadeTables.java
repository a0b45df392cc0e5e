package io.shopkeeper.bench.data;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded tables with a known rule behind them. */
public final class MadeTables {

  private static final int LINEAR = 10;
  private static final int WIDTH = 30;
  private static final int USERS = 10_000;
  private static final int ITEMS = 5_000;

  private MadeTables() {}

  /**
   * Case D: 30 normal columns, drawn row by row, then the label's uniform number. The log-odds are
   * −0.4 + ½·Σ (−1)^k·(1 − k/10)·x_k over k &lt; 10, + 0.8·x10·x11 + 0.56·(x12² − 1) + (1 where x13
   * is above ½, else −0.45) + 0.6·sin(2·x14); columns 15 to 29 carry nothing. Seed 4.
   *
   * @param rows 1,000,000 in the case itself; the first ones are the same whatever the number
   */
  public static TabularCase nonLinear(int rows) {
    var random = new Random(4);
    float[][] x = new float[WIDTH][rows];
    boolean[] positive = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      for (float[] column : x) {
        column[row] = (float) random.nextGaussian();
      }
      positive[row] = random.nextDouble() < share(nonLinearOdds(x, row));
    }
    return new TabularCase("D" + (rows == 1_000_000 ? "" : "-" + rows), names(WIDTH), x, positive);
  }

  private static double nonLinearOdds(float[][] x, int row) {
    double odds = -0.4;
    for (int k = 0; k < LINEAR; k++) {
      odds += 0.5 * (k % 2 == 0 ? 1 : -1) * (1 - k / 10.0) * x[k][row];
    }
    return odds
        + 0.8 * x[10][row] * x[11][row]
        + 0.56 * (x[12][row] * x[12][row] - 1)
        + (x[13][row] > 0.5 ? 1 : -0.45)
        + 0.6 * Math.sin(2 * x[14][row]);
  }

  /**
   * Case B: 200,000 purchases or none of 10,000 users with three normal columns and 5,000 items
   * with two. Each row draws a user, an item, a normal noise n and the label's uniform number; its
   * log-odds are −1 + 0.8·u0 − 0.6·u1 + 0.4·u2 + 0.7·i0 − 0.5·i1 + 0.8·u0·i0 + 0.6·max(0, u1)·i1 +
   * 0.5·n. Seed 2.
   */
  public static TabularCase purchases() {
    var random = new Random(2);
    float[] users = normal(random, USERS * 3);
    float[] items = normal(random, ITEMS * 2);
    int rows = 200_000;
    float[][] x = new float[5][rows];
    boolean[] positive = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      int user = random.nextInt(USERS);
      int item = random.nextInt(ITEMS);
      for (int k = 0; k < 3; k++) {
        x[k][row] = users[user * 3 + k];
      }
      x[3][row] = items[item * 2];
      x[4][row] = items[item * 2 + 1];
      double odds = purchaseOdds(x, row) + 0.5 * random.nextGaussian();
      positive[row] = random.nextDouble() < share(odds);
    }
    return new TabularCase("B", List.of("u0", "u1", "u2", "i0", "i1"), x, positive);
  }

  private static double purchaseOdds(float[][] x, int row) {
    double u0 = x[0][row];
    double u1 = x[1][row];
    double i0 = x[3][row];
    double i1 = x[4][row];
    return -1
        + 0.8 * u0
        - 0.6 * u1
        + 0.4 * x[2][row]
        + 0.7 * i0
        - 0.5 * i1
        + 0.8 * u0 * i0
        + 0.6 * Math.max(0, u1) * i1;
  }

  /**
   * What is known of each row of a case, in its order: the log-odds of its rule without the noise.
   * No model of the columns can rank rows better.
   */
  public static double[] odds(TabularCase made) {
    float[][] x = made.values();
    return IntStream.range(0, made.rows())
        .mapToDouble(row -> x.length == WIDTH ? nonLinearOdds(x, row) : purchaseOdds(x, row))
        .toArray();
  }

  private static float[] normal(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double share(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(k -> "x" + k).toList();
  }
}
