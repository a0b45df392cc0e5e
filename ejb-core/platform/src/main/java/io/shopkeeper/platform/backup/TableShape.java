package io.shopkeeper.platform.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is in the database.
 *
 * @param key columns of its primary key, in order
 * @param parents tables that its foreign keys refer to
 */
record TableShape(String name, List<Column> columns, List<String> key, List<String> parents) {

  /** A column with its JDBC type. */
  record Column(String name, int type, ColumnKind kind) {}

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * Reads all rows in the order of the key.
   *
   * @param collation behind a text, so that every database has the same order; may be empty
   */
  String select(String collation) {
    String order =
        key.stream()
            .map(name -> quoted(name) + (isText(name) ? collation : ""))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s ORDER BY %s".formatted(list(columnNames()), quoted(name), order);
  }

  /** Adds a row with these columns. */
  String insert(List<String> names) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            quoted(name),
            list(names),
            names.stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  private boolean isText(String columnName) {
    return columns.stream()
        .anyMatch(column -> column.name().equals(columnName) && column.kind() == ColumnKind.TEXT);
  }

  private static String list(List<String> names) {
    return names.stream().map(TableShape::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
