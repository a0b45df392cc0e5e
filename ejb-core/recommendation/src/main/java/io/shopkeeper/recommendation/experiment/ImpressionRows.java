package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.Dealing;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.features.Feature;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of what was shown. All of a batch are one statement, with an array for each column: that
 * takes the database much less time than a statement for each row.
 */
final class ImpressionRows {

  /** How many numbers the sequence gives at once: see its migration. */
  private static final int AT_ONCE = 500;

  private static final Column<Long> ID = new Column<>("id", "BIGINT", "bigint", id -> id);

  private static final List<Column<ImpressionEntry>> COLUMNS =
      List.of(
          text("experiment", ImpressionEntry::experiment),
          text("arm", ImpressionEntry::arm),
          text("unit_key", ImpressionEntry::unit),
          text("placement", ImpressionEntry::placement),
          new Column<>("recipe_version", "INTEGER", "integer", ImpressionEntry::recipeVersion),
          new Column<>("propensity", "DOUBLE PRECISION", "float8", ImpressionEntry::propensity),
          text("products", ImpressionEntry::products),
          new Column<>("at_time", "BIGINT", "bigint", ImpressionEntry::at),
          dealt("propensities", Dealing::propensityLines),
          dealt("spare", Dealing::spareLines),
          dealt("asked_session", Dealing::session),
          dealt("asked_product", Dealing::product),
          dealt("asked_category", Dealing::category));

  private static final String ROWS =
      "INSERT INTO impression (id, "
          + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
          + ") SELECT * FROM UNNEST("
          + ID.asArray()
          + ", "
          + COLUMNS.stream().map(Column::asArray).collect(Collectors.joining(", "))
          + ")";

  private static final String BESIDE =
      "INSERT INTO impression_features (impression_id, feature_set, vectors) VALUES (?, ?, ?)";

  private ImpressionRows() {}

  /**
   * A column of a table.
   *
   * @param type in SQL
   * @param element the same, in the words of the driver
   * @param <T> what has a value for it
   */
  private record Column<T>(String name, String type, String element, Function<T, Object> value) {

    String asArray() {
      return "CAST(? AS " + type + " ARRAY)";
    }

    Array of(Connection connection, List<T> rows) throws SQLException {
      return connection.createArrayOf(element, rows.stream().map(value).toArray());
    }
  }

  private static Column<ImpressionEntry> text(
      String name, Function<ImpressionEntry, Object> value) {
    return new Column<>(name, "VARCHAR", "varchar", value);
  }

  private static Column<ImpressionEntry> dealt(String name, Function<Dealing, String> value) {
    return text(name, impression -> impression.dealing().map(value).orElse(null));
  }

  /** Writes them within the caller's transaction. */
  static void write(Connection connection, List<ImpressionEntry> impressions) throws SQLException {
    if (impressions.isEmpty()) {
      return;
    }
    List<Long> ids = numbers(connection, impressions.size());
    try (PreparedStatement rows = connection.prepareStatement(ROWS)) {
      rows.setArray(1, ID.of(connection, ids));
      for (int column = 0; column < COLUMNS.size(); column++) {
        rows.setArray(column + 2, COLUMNS.get(column).of(connection, impressions));
      }
      rows.executeUpdate();
    }
    writeFeatures(connection, ids, impressions);
  }

  private static void writeFeatures(
      Connection connection, List<Long> ids, List<ImpressionEntry> impressions)
      throws SQLException {
    if (impressions.stream().allMatch(impression -> impression.features() == null)) {
      return;
    }
    try (PreparedStatement beside = connection.prepareStatement(BESIDE)) {
      for (int place = 0; place < ids.size(); place++) {
        byte[] features = impressions.get(place).features();
        if (features != null) {
          beside.setLong(1, ids.get(place));
          beside.setInt(2, Feature.SET);
          beside.setBytes(3, features);
          beside.addBatch();
        }
      }
      beside.executeBatch();
    }
  }

  private static List<Long> numbers(Connection connection, int count) throws SQLException {
    List<Long> numbers = new ArrayList<>(count);
    try (PreparedStatement next = connection.prepareStatement("SELECT nextval('impression_seq')")) {
      while (numbers.size() < count) {
        try (ResultSet last = next.executeQuery()) {
          last.next();
          long first = last.getLong(1) + 1 - AT_ONCE;
          for (int i = 0; i < AT_ONCE && numbers.size() < count; i++) {
            numbers.add(first + i);
          }
        }
      }
    }
    return numbers;
  }
}
