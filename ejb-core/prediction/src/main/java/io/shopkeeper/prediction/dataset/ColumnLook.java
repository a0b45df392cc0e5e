package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.sketch.FrequentItems;
import io.shopkeeper.ml.sketch.SeenSet;
import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.prediction.boundary.DataColumn;
import java.util.List;
import java.util.Map;

/** Looks at a column cell by cell: what it may be learnt as. For one thread. */
final class ColumnLook {

  private static final int EXAMPLES = 5;
  private static final int COUNTERS = 60;
  private static final int LONGEST_EXAMPLE = 40;

  private final String name;
  private final SeenSet seen;
  private final FrequentItems frequent = new FrequentItems(COUNTERS);
  private long there;
  private long missing;
  private boolean numbers = true;

  /**
   * Of a column.
   *
   * @param most different cells that are told apart
   */
  ColumnLook(String name, int most) {
    this.name = name;
    seen = new SeenSet(most);
  }

  /** Takes the next cell; null where missing. */
  void add(String cell) {
    if (cell == null) {
      missing++;
      return;
    }
    there++;
    seen.add(cell);
    frequent.add(cell);
    numbers = numbers && Float.isFinite(Cells.number(cell));
  }

  /** What was seen. */
  DataColumn column() {
    List<String> examples =
        frequent.top(EXAMPLES).stream().map(Map.Entry::getKey).map(ColumnLook::shortened).toList();
    return new DataColumn(name, kind(), missing, seen.size(), examples);
  }

  private DataColumn.Kind kind() {
    if (there == 0) {
      return DataColumn.Kind.TEXT;
    }
    if (numbers) {
      return DataColumn.Kind.NUMBER;
    }
    return seen.full() || Cells.hardlyTwice(seen.size(), there)
        ? DataColumn.Kind.TEXT
        : DataColumn.Kind.CATEGORY;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_EXAMPLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXAMPLE - 1)) + "…";
  }
}
