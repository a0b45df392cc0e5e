package io.shopkeeper.platform.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The application's tables, parents before children; Flyway's own table is not among them. */
final class SchemaShape {

  static final String FLYWAY_TABLE = "flyway_schema_history";

  private SchemaShape() {}

  static List<TableShape> read(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String schema = connection.getSchema();
    Map<String, TableShape> tables = new TreeMap<>();
    for (String name : names(meta, schema)) {
      tables.put(
          name,
          new TableShape(
              name,
              columns(meta, schema, name),
              key(meta, schema, name),
              parents(meta, schema, name)));
    }
    return inOrder(tables);
  }

  /** Whether there is any table, Flyway's too. */
  static boolean isEmpty(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      return !tables.next();
    }
  }

  private static List<String> names(DatabaseMetaData meta, String schema) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        meta.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if (!name.equals(FLYWAY_TABLE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<TableShape.Column> columns(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    List<TableShape.Column> columns = new ArrayList<>();
    try (ResultSet rows = meta.getColumns(null, schema, table, "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        int type = rows.getInt("DATA_TYPE");
        columns.add(new TableShape.Column(name, type, ColumnKind.of(type, table + "." + name)));
      }
    }
    return columns;
  }

  private static List<String> key(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    Map<Integer, String> key = new TreeMap<>();
    try (ResultSet rows = meta.getPrimaryKeys(null, schema, table)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    if (key.isEmpty()) {
      throw new IllegalStateException("table " + table + " has no primary key");
    }
    return List.copyOf(key.values());
  }

  private static List<String> parents(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    List<String> parents = new ArrayList<>();
    try (ResultSet rows = meta.getImportedKeys(null, schema, table)) {
      while (rows.next()) {
        String parent = rows.getString("PKTABLE_NAME");
        if (!parent.equals(table)) {
          parents.add(parent);
        }
      }
    }
    return parents;
  }

  private static List<TableShape> inOrder(Map<String, TableShape> tables) {
    Map<String, TableShape> ordered = new LinkedHashMap<>();
    while (ordered.size() < tables.size()) {
      int before = ordered.size();
      for (TableShape table : tables.values()) {
        if (ordered.keySet().containsAll(table.parents())) {
          ordered.putIfAbsent(table.name(), table);
        }
      }
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle");
      }
    }
    return List.copyOf(ordered.values());
  }
}
