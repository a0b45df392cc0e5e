package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds features that look ahead: those of the first rows must be the same whether the rows after
 * them are there or not, and whatever the labels that were not known yet say.
 */
final class LookAhead {

  /** Makes features of all rows. */
  interface Maker {
    Table of(Map<String, CellColumn> cells, Labels labels);
  }

  private LookAhead() {}

  /**
   * The names of the features that look ahead.
   *
   * @param cells in the order of time, so that later rows are below
   * @param labels of all rows
   * @param seen how many of the first rows are looked at
   * @param known how many of the first labels were known at the last of them
   */
  static List<String> of(
      Maker maker, Map<String, CellColumn> cells, Labels labels, int seen, int known) {
    Table whole = maker.of(cells, labels);
    Table cut = maker.of(first(cells, seen), first(labels, seen, known));
    List<String> ahead = new ArrayList<>();
    for (Column column : whole.columns()) {
      for (int row = 0; row < seen; row++) {
        Object alone = cut.column(column.name()).map(CellReader.at(row)).orElse(null);
        if (alone != null && !alone.equals(CellReader.at(row).apply(column))) {
          ahead.add(column.name());
          break;
        }
      }
    }
    return ahead;
  }

  private static Map<String, CellColumn> first(Map<String, CellColumn> cells, int seen) {
    Map<String, CellColumn> first = new LinkedHashMap<>();
    cells.forEach(
        (name, column) -> first.put(name, CellColumn.of(new ArrayList<>(column.subList(0, seen)))));
    return first;
  }

  /** What was not known is the other way round. */
  private static Labels first(Labels labels, int seen, int known) {
    boolean[] fraud = new boolean[seen];
    boolean[] usable = new boolean[seen];
    for (int row = 0; row < seen; row++) {
      fraud[row] = labels.fraud()[row] == row < known;
      usable[row] = labels.usable()[row];
    }
    return new Labels(fraud, usable);
  }

  /** A cell of any column. */
  interface CellReader extends java.util.function.Function<Column, Object> {

    static CellReader at(int row) {
      return column ->
          switch (column) {
            case NumberColumn numbers -> numbers.values()[row];
            case CategoryColumn words ->
                words.codes()[row] < 0 ? "missing" : words.categories().get(words.codes()[row]);
            case TextColumn text -> "text";
          };
    }
  }

  /** All rows. */
  static int[] all(Map<String, CellColumn> cells) {
    return IntStream.range(0, cells.values().iterator().next().size()).toArray();
  }
}
