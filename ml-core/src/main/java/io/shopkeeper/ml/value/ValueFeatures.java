package io.shopkeeper.ml.value;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From histories to numbers, as of a day. Everything is computed from {@link
 * PurchaseHistory#before}, so that nothing later can be seen, in training and in serving alike.
 */
final class ValueFeatures {

  private static final List<ValueFeature> ALL = ValueFeature.ALL;

  private ValueFeatures() {}

  /** A history as of a day. */
  record Seen(PurchaseHistory past, int day) {

    static Seen of(PurchaseHistory history, int day) {
      PurchaseHistory past = history.before(day);
      if (past.purchases() == 0) {
        throw new IllegalArgumentException("no purchase before day %d".formatted(day));
      }
      return new Seen(past, day);
    }

    double purchases() {
      return past.purchases();
    }

    double sinceFirst() {
      return (double) day - past.days()[0];
    }

    double sinceLast() {
      return (double) day - last();
    }

    private int last() {
      return past.days()[past.purchases() - 1];
    }

    double meanGap() {
      return past.purchases() < 2
          ? Double.NaN
          : (double) (last() - past.days()[0]) / (past.purchases() - 1);
    }

    double gapSpread() {
      if (past.purchases() < 3) {
        return Double.NaN;
      }
      double mean = meanGap();
      double squares = 0;
      for (int i = 1; i < past.purchases(); i++) {
        double gap = past.days()[i] - past.days()[i - 1];
        squares += (gap - mean) * (gap - mean);
      }
      return Math.sqrt(squares / (past.purchases() - 1));
    }

    double lastGap() {
      return past.purchases() < 2
          ? Double.NaN
          : (double) last() - past.days()[past.purchases() - 2];
    }

    double spent() {
      return past.spent();
    }

    double meanSpend() {
      return past.spent() / past.purchases();
    }

    double lastSpend() {
      return past.spends()[past.purchases() - 1];
    }

    double greatestSpend() {
      return Arrays.stream(past.spends()).max().orElseThrow();
    }

    double purchasesWithin(int days) {
      return past.within(day - days, day).purchases();
    }

    double spentWithin(int days) {
      return past.within(day - days, day).spent();
    }
  }

  /** A row as of the schema of {@link #table}. */
  static float[] row(Seen seen) {
    float[] row = new float[ALL.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = ALL.get(i).of(seen);
    }
    return row;
  }

  /** All rows as a table, the columns in the order of {@link ValueFeature}. */
  static Table table(List<Seen> rows) {
    float[][] columns = new float[ALL.size()][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < ALL.size(); i++) {
        columns[i][row] = ALL.get(i).of(rows.get(row));
      }
    }
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      all.add(new NumberColumn(ALL.get(i).name(), columns[i]));
    }
    return new Table(all);
  }
}
