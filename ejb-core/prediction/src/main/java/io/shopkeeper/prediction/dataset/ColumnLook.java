package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the columns of a table look like, and what they may be for. */
public final class ColumnLook {

  private static final int EXAMPLES = 5;
  private static final int LONGEST_EXAMPLE = 60;

  private ColumnLook() {}

  /** Of all columns, in their order. */
  public static List<DataColumn> of(DataFile file) {
    return file.cells().entrySet().stream()
        .map(column -> of(column.getKey(), column.getValue()))
        .toList();
  }

  private static DataColumn of(String name, List<String> cells) {
    Map<String, Integer> counts = new HashMap<>();
    cells.stream().filter(Objects::nonNull).forEach(cell -> counts.merge(cell, 1, Integer::sum));
    List<String> examples =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(EXAMPLES)
            .map(entry -> shortened(entry.getKey()))
            .toList();
    return new DataColumn(
        name,
        kind(name, cells, counts.size()),
        cells.stream().filter(Objects::isNull).count(),
        counts.size(),
        examples);
  }

  private static DataColumn.Kind kind(String name, List<String> cells, int distinct) {
    if (distinct == 0) {
      return DataColumn.Kind.TEXT;
    }
    return Cells.column(name, cells)
        .map(
            column ->
                column instanceof NumberColumn ? DataColumn.Kind.NUMBER : DataColumn.Kind.CATEGORY)
        .orElse(DataColumn.Kind.TEXT);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 1) + "…";
  }

  /**
   * What nobody has chosen yet: the last column that has between two and twenty values, or the
   * last.
   */
  public static DataRoles guess(List<DataColumn> columns) {
    String target =
        columns.reversed().stream()
            .filter(column -> column.missing() == 0)
            .filter(column -> column.distinct() >= 2 && column.distinct() <= 20)
            .findFirst()
            .orElse(columns.getLast())
            .name();
    return new DataRoles(target, null, null, List.of());
  }
}
