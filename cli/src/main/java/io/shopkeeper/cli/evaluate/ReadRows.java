package io.shopkeeper.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where user, item, rating and timestamp stand in a file of rows.
 *
 * @param session the column that stands for the user; null for none
 * @param columns the names of columns by what they are, where they are not the usual ones
 * @param skipping whether rows without a user or an item are left out instead of refused
 */
record ReadRows(String session, Map<String, String> columns, boolean skipping) {

  /** What a row says, in order. */
  static final List<String> CELLS = List.of("user", "item", "rating", "timestamp");

  /** Columns with their usual names, in files that are whole. */
  static final ReadRows USUAL = new ReadRows(null, Map.of(), false);

  /**
   * Checks.
   *
   * @throws WrongUsageException if a column is named for something that no row says
   */
  ReadRows {
    columns = new LinkedHashMap<>(columns);
    for (String what : columns.keySet()) {
      if (!CELLS.contains(what)) {
        throw new WrongUsageException(
            "--columns takes %s, but is given %s".formatted(String.join(", ", CELLS), what));
      }
    }
    if (session != null) {
      columns.put(CELLS.getFirst(), session);
    }
  }

  /** Which of {@link #CELLS} a column was named for; empty if it was not named. */
  Optional<Integer> named(String heading) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue().strip().equalsIgnoreCase(heading.strip()))
        .map(column -> CELLS.indexOf(column.getKey()))
        .findFirst();
  }

  /** Whether a column is named for it, so that no other one counts. */
  boolean names(int cell) {
    return columns.containsKey(CELLS.get(cell));
  }
}
