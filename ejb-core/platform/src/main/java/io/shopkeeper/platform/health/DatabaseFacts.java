package io.shopkeeper.platform.health;

import io.shopkeeper.platform.boundary.SystemReport;
import io.shopkeeper.platform.database.DataDirectory;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the database tells of itself. */
@Dependent
public class DatabaseFacts {

  private static final double NANOS_PER_MILLI = 1e6;

  @Resource(lookup = "java:app/jdbc/ShopDS")
  private DataSource database;

  /** Asks now. */
  public SystemReport.Database look() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      long began = System.nanoTime();
      statement.execute("SELECT 1");
      double took = (System.nanoTime() - began) / NANOS_PER_MILLI;
      DatabaseMetaData meta = connection.getMetaData();
      return new SystemReport.Database(
          meta.getDatabaseProductName() + " " + meta.getDatabaseProductVersion(),
          meta.getDriverName() + " " + meta.getDriverVersion(),
          text(
              statement,
              "SELECT MAX(\"version\") FROM \"flyway_schema_history\" WHERE \"success\""),
          Integer.parseInt(
              text(statement, "SELECT COUNT(*) FROM \"flyway_schema_history\" WHERE \"success\"")),
          bytes(statement, meta.getDatabaseProductName()),
          took);
    } catch (SQLException problem) {
      throw new IllegalStateException("the database does not tell of itself", problem);
    }
  }

  private static long bytes(Statement statement, String product) throws SQLException {
    if (product.equals("PostgreSQL")) {
      return Long.parseLong(text(statement, "SELECT pg_database_size(current_database())"));
    }
    Path folder = DataDirectory.root().resolve("database");
    if (!Files.isDirectory(folder)) {
      return -1;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String text(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
