package io.shopkeeper.prediction.model;

import io.shopkeeper.ml.split.Fold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was predicted for rows that were held out, and what came: for each row its place in the data
 * set, so that it can be looked up by columns that the model never saw. Of nobody by itself: it
 * holds no cells. The arrays are not copied.
 *
 * @param rows places in the data set, rising
 * @param probabilities of the positive class
 * @param positive whether it was the positive class
 */
public record HeldOut(int[] rows, double[] probabilities, boolean[] positive) {

  /** The file of a version that keeps it. */
  public static final String FILE = "held-out.csv";

  /** Rows that are kept at most: shares of so many are sure to half a point. */
  static final int MOST_ROWS = 50_000;

  private static final String HEAD = "row,probability,positive";

  public HeldOut {
    if (rows.length != probabilities.length || rows.length != positive.length) {
      throw new IllegalArgumentException(
          "%,d rows, %,d probabilities, %,d labels"
              .formatted(rows.length, probabilities.length, positive.length));
    }
  }

  /** The same, or a random part of it where there are very many rows. */
  public HeldOut sample(long seed) {
    if (rows.length <= MOST_ROWS) {
      return this;
    }
    int[] places = Fold.whole(rows.length).part((double) MOST_ROWS / rows.length, seed);
    boolean[] labels = new boolean[places.length];
    for (int place = 0; place < places.length; place++) {
      labels[place] = positive[places[place]];
    }
    return new HeldOut(
        Arrays.stream(places).map(place -> rows[place]).toArray(),
        Arrays.stream(places).mapToDouble(place -> probabilities[place]).toArray(),
        labels);
  }

  /** As a table with a header. */
  public byte[] write() {
    var table = new StringBuilder(HEAD).append('\n');
    for (int place = 0; place < rows.length; place++) {
      table
          .append(rows[place])
          .append(String.format(Locale.ROOT, ",%.6g,", probabilities[place]))
          .append(positive[place] ? "1\n" : "0\n");
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * From that table.
   *
   * @throws IOException if it is none
   */
  public static HeldOut read(byte[] table) throws IOException {
    List<String> lines = new String(table, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      throw new IOException("the held-out rows do not begin with " + HEAD);
    }
    int count = lines.size() - 1;
    int[] rows = new int[count];
    double[] probabilities = new double[count];
    boolean[] positive = new boolean[count];
    for (int place = 0; place < count; place++) {
      String[] cells = lines.get(place + 1).split(",", -1);
      try {
        rows[place] = Integer.parseInt(cells[0]);
        probabilities[place] = Double.parseDouble(cells[1]);
        positive[place] = cells[2].equals("1");
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
        throw new IOException("held-out row %,d is damaged".formatted(place + 1), damaged);
      }
    }
    return new HeldOut(rows, probabilities, positive);
  }
}
