package io.shopkeeper.platform.boundary.list;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The size of a whole table as PostgreSQL's statistics have it: no row is read for it. */
final class ListEstimate {

  private static final String SQL =
      "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = to_regclass(?)";

  private ListEstimate() {}

  /** An estimate; empty for a small table, which is better counted, and on other databases. */
  static Optional<RowCount> of(Connection connection, String table, long atLeast)
      throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return Optional.empty();
    }
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getLong(1) > atLeast
            ? Optional.of(new RowCount(row.getLong(1), RowCount.Trust.ABOUT))
            : Optional.empty();
      }
    }
  }
}
