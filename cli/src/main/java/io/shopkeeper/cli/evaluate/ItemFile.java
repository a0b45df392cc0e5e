package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of items: those without any interaction are known too, and what the other columns say of
 * them are their attributes.
 */
final class ItemFile {

  private static final Set<String> NAMES = Set.of("item", "itemid", "product", "productid", "id");

  private final CellTable cells = new CellTable();
  private final String column;

  private ItemFile(String name) {
    cells.read(name);
    column =
        cells.names().stream()
            .filter(
                heading ->
                    NAMES.contains(heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")))
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        name + ": the header must name a column item or id"));
    int missing = cells.column(column).indexOf(null);
    if (missing >= 0) {
      throw new CommandFailedException(
          "%s, row %,d: there is no %s".formatted(name, missing + 1, column));
    }
  }

  /**
   * Reads a file.
   *
   * @throws CommandFailedException if it cannot be read or names no items
   */
  static ItemFile read(String name) {
    return new ItemFile(name);
  }

  /** Names of the items, in the order of the file. */
  List<String> items() {
    return cells.column(column);
  }

  /**
   * The attributes of items, one row each; of an item that the file names twice those of its last
   * row, of one that it does not name none. Words that hardly repeat are text.
   */
  Table attributes(List<String> wanted) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      rows.put(items().get(row), row);
    }
    var types = new ColumnTypes();
    List<Column> columns = new ArrayList<>();
    for (String name : cells.names()) {
      if (!name.equals(column)) {
        String[] aligned = new String[wanted.size()];
        for (int item = 0; item < aligned.length; item++) {
          Integer row = rows.get(wanted.get(item));
          aligned[item] = row == null ? null : cells.column(name).get(row);
        }
        columns.add(types.of(name, Arrays.asList(aligned)).orElseGet(() -> text(name, aligned)));
      }
    }
    return new Table(wanted.size(), columns);
  }

  private static Column text(String name, String[] cells) {
    return new TextColumn(
        name, Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
  }
}
