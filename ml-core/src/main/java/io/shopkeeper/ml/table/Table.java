package io.shopkeeper.ml.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Columns of equal length.
 *
 * @param rows cells of each column; a table may have no column
 */
public record Table(int rows, List<Column> columns) {

  public Table {
    columns = List.copyOf(columns);
    var names = new HashSet<String>();
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "column %s has %,d rows, not %,d".formatted(column.name(), column.rows(), rows));
      }
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("two columns are called " + column.name());
      }
    }
  }

  /** Of at least one column. */
  public Table(List<Column> columns) {
    this(columns.getFirst().rows(), columns);
  }

  /** By name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Those rows, in that order; rows may be repeated. */
  public Table select(int[] chosen) {
    return new Table(chosen.length, columns.stream().map(column -> column.select(chosen)).toList());
  }
}
