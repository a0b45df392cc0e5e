package io.shopkeeper.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The database's own memory of the backup that it came from, so that it is restored only once. */
final class RestoreMark {

  private static final String NAME = "operations.restored-from";

  private RestoreMark() {}

  static Optional<String> read(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT setting_value FROM setting WHERE name = ?")) {
      select.setString(1, NAME);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  static void write(Connection connection, String id) throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM setting WHERE name = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO setting (name, setting_value) VALUES (?, ?)")) {
      delete.setString(1, NAME);
      delete.executeUpdate();
      insert.setString(1, NAME);
      insert.setString(2, id);
      insert.executeUpdate();
    }
  }
}
