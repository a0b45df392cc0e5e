package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Features of transactions, each as of its row's moment: what comes later in time, or stands later
 * in the file at the same time, is never looked at; labels of earlier rows are once their delay is
 * over. Numbers and categories stay as they are; of times come the hour, the day of the week, night
 * (until 6:59) and weekend, and how long before the moment other times were; of e-mail addresses
 * their form; of two places their distance; of ids the {@link
 * io.shopkeeper.ml.velocity.VelocityFeatures}, with the amount beside their usual one. Immutable.
 */
public final class TransactionFeatures {

  private final TransactionColumns columns;
  private final FeatureSettings settings;

  /** Of columns. */
  public TransactionFeatures(TransactionColumns columns, FeatureSettings settings) {
    this.columns = columns;
    this.settings = settings;
  }

  /**
   * Makes them.
   *
   * @param cells of all rows, in any order of time
   * @param labels of all rows
   * @param rows of which features are wanted; all rows are seen by those after them
   * @return the features of those rows in their order; without columns that say the same of all
   * @throws IllegalArgumentException if a row has no time where the table has times
   */
  public Table of(Map<String, CellColumn> cells, Labels labels, int[] rows) {
    Moments moments = Moments.of(columns, cells);
    List<Column> all = new ArrayList<>(plain(cells, rows));
    all.addAll(new TimeFeatures(columns, moments).of(cells, rows));
    columns.of(ColumnKind.EMAIL).forEach(name -> all.addAll(EmailFeatures.of(name, cells, rows)));
    Places.of(columns, cells, rows).ifPresent(all::add);
    all.addAll(new KeyFeatures(columns, settings, moments).of(cells, labels, rows));
    return new Table(rows.length, all.stream().filter(TransactionFeatures::differs).toList());
  }

  private List<Column> plain(Map<String, CellColumn> cells, int[] rows) {
    List<Column> plain = new ArrayList<>();
    columns
        .kinds()
        .forEach(
            (name, kind) -> {
              if (kind == ColumnKind.NUMBER || kind == ColumnKind.CATEGORY) {
                Cells.column(name, cells.get(name))
                    .ifPresent(column -> plain.add(column.select(rows)));
              }
            });
    return plain;
  }

  private static boolean differs(Column column) {
    if (!(column instanceof NumberColumn number)) {
      return true;
    }
    float[] values = number.values();
    for (float value : values) {
      if (Float.compare(value, values[0]) != 0) {
        return true;
      }
    }
    return false;
  }
}
