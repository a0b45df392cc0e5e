package io.shopkeeper.integration.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database as the first release left it. */
final class FirstRelease {

  private static final Pattern BYTES = Pattern.compile("\\$\\{bytes:([0-9a-f]*)}");

  private FirstRelease() {}

  /** Makes its schema, from files kept as they were then, and fills every table. */
  static void fill(DataSource database) throws SQLException {
    Flyway.configure().dataSource(database).locations("classpath:first-release").load().migrate();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      String rows = BYTES.matcher(text()).replaceAll(h2 ? "X'$1'" : "decode('$1', 'hex')");
      for (String line : rows.lines().filter(line -> !line.startsWith("--")).toList()) {
        statement.execute(line);
      }
    }
  }

  private static String text() {
    try (InputStream in = FirstRelease.class.getResourceAsStream("/first-release/rows.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
