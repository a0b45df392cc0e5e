package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.table.cells.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of items or of users: what the columns beside the id say of them are attributes. */
final class AttributeFile {

  private final CellTable cells = new CellTable();
  private final String column;

  private AttributeFile(String name, Kind kind) {
    cells.read(name);
    column =
        cells.names().stream()
            .filter(kind::calls)
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "%s: the header must name a column %s or id".formatted(name, kind.word)));
    int missing = cells.column(column).indexOf(null);
    if (missing >= 0) {
      throw new CommandFailedException(
          "%s, row %,d: there is no %s".formatted(name, missing + 1, column));
    }
  }

  /** What a row is of. */
  enum Kind {
    ITEMS("item", "item|itemid|product|productid|movieid|id"),
    USERS("user", "user|userid|customer|customerid|visitor|visitorid|id");

    private final String word;
    private final String names;

    Kind(String word, String names) {
      this.word = word;
      this.names = names;
    }

    private boolean calls(String heading) {
      return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").matches(names);
    }
  }

  /**
   * Reads a file.
   *
   * @throws CommandFailedException if it cannot be read or has no column of ids
   */
  static AttributeFile read(String name, Kind kind) {
    return new AttributeFile(name, kind);
  }

  /** Of the rows, in the order of the file. */
  List<String> ids() {
    return cells.column(column);
  }

  /**
   * The attributes of those ids, one row each; of one that the file names twice those of its last
   * row, of one that it does not name none. Words that hardly repeat are text.
   */
  Table attributes(List<String> wanted) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      rows.put(ids().get(row), row);
    }
    List<Column> columns = new ArrayList<>();
    for (String name : cells.names()) {
      if (!name.equals(column)) {
        String[] aligned = new String[wanted.size()];
        for (int i = 0; i < aligned.length; i++) {
          Integer row = rows.get(wanted.get(i));
          aligned[i] = row == null ? null : cells.column(name).get(row);
        }
        columns.add(
            Cells.column(name, Arrays.asList(aligned)).orElseGet(() -> text(name, aligned)));
      }
    }
    return new Table(wanted.size(), columns);
  }

  private static Column text(String name, String[] cells) {
    return new TextColumn(
        name, Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
  }
}
