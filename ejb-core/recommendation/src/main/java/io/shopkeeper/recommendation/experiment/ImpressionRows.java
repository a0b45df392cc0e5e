package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.Dealing;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.features.Feature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Rows of what was shown, written together within the caller's transaction. For one thread. */
final class ImpressionRows implements AutoCloseable {

  /** How many numbers the sequence gives at once: see its migration. */
  private static final int AT_ONCE = 500;

  private static final String ROW =
      "INSERT INTO impression (id, experiment, arm, unit_key, placement, recipe_version, propensity,"
          + " products, at_time, propensities, spare, asked_session, asked_product, asked_category)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String BESIDE =
      "INSERT INTO impression_features (impression_id, feature_set, vectors) VALUES (?, ?, ?)";

  private final PreparedStatement numbers;
  private final PreparedStatement rows;
  private final PreparedStatement beside;
  private long next;
  private long end;
  private boolean hasFeatures;

  ImpressionRows(Connection connection) throws SQLException {
    numbers = connection.prepareStatement("SELECT nextval('impression_seq')");
    rows = connection.prepareStatement(ROW);
    beside = connection.prepareStatement(BESIDE);
  }

  void add(ImpressionEntry impression) throws SQLException {
    long id = number();
    rows.setLong(1, id);
    rows.setString(2, impression.experiment());
    rows.setString(3, impression.arm());
    rows.setString(4, impression.unit());
    rows.setString(5, impression.placement());
    rows.setInt(6, impression.recipeVersion());
    rows.setDouble(7, impression.propensity());
    rows.setString(8, impression.products());
    rows.setLong(9, impression.at());
    bind(impression.dealing().orElse(null));
    rows.addBatch();
    if (impression.features() != null) {
      beside.setLong(1, id);
      beside.setInt(2, Feature.SET);
      beside.setBytes(3, impression.features());
      beside.addBatch();
      hasFeatures = true;
    }
  }

  private void bind(Dealing dealing) throws SQLException {
    if (dealing == null) {
      for (int column = 10; column <= 14; column++) {
        rows.setNull(column, Types.VARCHAR);
      }
      return;
    }
    rows.setString(10, dealing.propensityLines());
    rows.setString(11, dealing.spareLines());
    rows.setString(12, dealing.session());
    rows.setString(13, dealing.product());
    rows.setString(14, dealing.category());
  }

  private long number() throws SQLException {
    if (next == end) {
      try (ResultSet last = numbers.executeQuery()) {
        last.next();
        end = last.getLong(1) + 1;
        next = end - AT_ONCE;
      }
    }
    return next++;
  }

  /** Writes all that was added. */
  void write() throws SQLException {
    rows.executeBatch();
    if (hasFeatures) {
      // They refer to the rows, which are there now.
      beside.executeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    try (numbers;
        rows;
        beside) {
      next = end;
    }
  }
}
