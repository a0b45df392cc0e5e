package io.shopkeeper.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The few things in which the two databases differ. */
enum Dialect {
  H2(
      "",
      """
      SELECT sequence_name, base_value FROM information_schema.sequences
      WHERE sequence_schema = ?\
      """) {
    @Override
    void freeze(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
        statement.execute("SET LAZY_QUERY_EXECUTION 1");
      }
      connection.setAutoCommit(false);
    }
  },
  POSTGRESQL(
      " COLLATE \"C\"",
      """
      SELECT sequencename, increment_by FROM pg_sequences WHERE schemaname = ?\
      """) {
    @Override
    Map<String, Long> sequences(Connection connection) throws SQLException {
      // The view does not tell the next value of a sequence that was set and not yet used.
      Map<String, Long> next = super.sequences(connection);
      try (Statement statement = connection.createStatement()) {
        for (Map.Entry<String, Long> sequence : next.entrySet()) {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT last_value + CASE WHEN is_called THEN %d ELSE 0 END FROM %s"
                      .formatted(sequence.getValue(), TableShape.quoted(sequence.getKey())))) {
            row.next();
            sequence.setValue(row.getLong(1));
          }
        }
      }
      return next;
    }

    @Override
    void freeze(Connection connection) throws SQLException {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
  };

  private final String collation;
  private final String sequences;

  Dialect(String collation, String sequences) {
    this.collation = collation;
    this.sequences = sequences;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default -> throw new IllegalStateException("no backups of databases of kind " + product);
    };
  }

  /** Lets a connection, which serves nothing else, see one moment of the database. */
  abstract void freeze(Connection connection) throws SQLException;

  /** Behind a text in ORDER BY: by code points, whatever the database's language. */
  String collation() {
    return collation;
  }

  /** The next value of each sequence, by name. */
  Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> next = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sequences)) {
      statement.setString(1, connection.getSchema());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          next.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return next;
  }
}
