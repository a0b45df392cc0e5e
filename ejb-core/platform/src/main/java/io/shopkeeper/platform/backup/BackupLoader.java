package io.shopkeeper.platform.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a backup's rows in place of all that is there, in one transaction. */
final class BackupLoader {

  private static final int BATCH = 500;

  private final Connection connection;

  BackupLoader(Connection connection) {
    this.connection = connection;
  }

  void load(BackupFile backup) throws SQLException, IOException {
    List<TableShape> tables = SchemaShape.read(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (TableShape table : tables.reversed()) {
        statement.executeUpdate("DELETE FROM " + TableShape.quoted(table.name()));
      }
      Map<String, TableShape> byName =
          tables.stream().collect(Collectors.toMap(TableShape::name, table -> table));
      for (BackupManifest.Table table : backup.manifest().tables()) {
        load(backup, table, byName.get(table.name()));
      }
      for (Map.Entry<String, Long> sequence : backup.manifest().sequences().entrySet()) {
        statement.execute(
            "ALTER SEQUENCE %s RESTART WITH %d"
                .formatted(TableShape.quoted(sequence.getKey()), sequence.getValue()));
      }
      RestoreMark.write(connection, backup.manifest().id());
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void load(BackupFile backup, BackupManifest.Table table, TableShape shape)
      throws SQLException, IOException {
    if (shape == null) {
      throw new DamagedBackupException(
          "The backup has a table that its schema has not: " + table.name());
    }
    List<TableShape.Column> columns =
        table.columns().stream().map(name -> column(shape, name)).toList();
    try (BufferedReader lines = backup.lines(table);
        PreparedStatement insert = connection.prepareStatement(shape.insert(table.columns()))) {
      int waiting = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        fill(insert, columns, BackupWriter.JSON.readTree(line));
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private static void fill(
      PreparedStatement insert, List<TableShape.Column> columns, JsonNode values)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      TableShape.Column column = columns.get(i);
      column.kind().setOrNull(insert, i + 1, values.get(i), column.type());
    }
  }

  private static TableShape.Column column(TableShape shape, String name) {
    return shape.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DamagedBackupException(
                    "The backup has a column that its schema has not: %s.%s"
                        .formatted(shape.name(), name)));
  }
}
