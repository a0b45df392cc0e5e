package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.table.cells.Cells;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What usually stands in each column: of numbers the middle one, of words the most frequent. Nobody
 * need be like this row; each cell by itself is a usual one.
 */
public final class TypicalRow {

  /** Rows that are looked at: enough to say what is usual. */
  static final int MOST_ROWS = 5_000;

  private TypicalRow() {}

  /**
   * Reads the first rows.
   *
   * @param numbers columns of numbers
   * @param words columns of words
   * @return cells by column, as they stand in the file; without columns that are mostly missing
   */
  public static Map<String, String> of(
      DataFile file, Collection<String> numbers, Collection<String> words) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    file.names().stream()
        .filter(name -> numbers.contains(name) || words.contains(name))
        .forEach(name -> cells.put(name, new ArrayList<>()));
    int rows = 0;
    while (rows < MOST_ROWS) {
      Optional<String[]> row = file.next();
      if (row.isEmpty()) {
        break;
      }
      rows++;
      for (int place = 0; place < row.get().length; place++) {
        List<String> column = cells.get(file.names().get(place));
        if (column != null && row.get()[place] != null) {
          column.add(row.get()[place]);
        }
      }
    }
    Map<String, String> typical = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : cells.entrySet()) {
      if (2 * column.getValue().size() > rows) {
        typical.put(
            column.getKey(),
            words.contains(column.getKey())
                ? mostFrequent(column.getValue())
                : middle(column.getValue()));
      }
    }
    return typical;
  }

  private static String middle(List<String> cells) {
    List<String> sorted = cells.stream().sorted(Comparator.comparingDouble(Cells::number)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private static String mostFrequent(List<String> cells) {
    Map<String, Integer> counts = new HashMap<>();
    cells.forEach(cell -> counts.merge(cell, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
