package io.shopkeeper.integration.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a server kept of its decisions on PostgreSQL, but for when it decided. Immutable. */
public final class KeptDecisions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> decisions = new HashMap<>();
  private final Map<String, Map<String, Double>> features = new HashMap<>();
  private final Set<String> inCases = new HashSet<>();

  private KeptDecisions() {}

  /** Those of payments, when all that raised an alert are in cases. */
  public static KeptDecisions of(Database database, Collection<String> payments)
      throws SQLException {
    var kept = new KeptDecisions();
    Set<String> wanted = new HashSet<>(payments);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      Await.until(
          "alerts that are all in cases",
          Duration.ofSeconds(90),
          () -> count(statement, "SELECT count(*) FROM fraud_alert") == 0);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT transaction_id, concat_ws('|', outcome, score, anomaly, model_version, hits,"
                  + " contributions, degraded, email_key, address_key, declined_at, refunded_at),"
                  + " features FROM fraud_decision")) {
        while (rows.next()) {
          if (wanted.contains(rows.getString(1))) {
            kept.decisions.put(rows.getString(1), rows.getString(2));
            kept.features.put(rows.getString(1), numbers(rows.getString(3)));
          }
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT transaction_id FROM fraud_case_payment")) {
        while (rows.next()) {
          if (wanted.contains(rows.getString(1))) {
            kept.inCases.add(rows.getString(1));
          }
        }
      }
    }
    return kept;
  }

  private static long count(Statement statement, String query) {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, Double> numbers(String json) {
    try {
      Map<String, Double> numbers = new HashMap<>();
      JSON.readTree(json)
          .properties()
          .forEach(field -> numbers.put(field.getKey(), field.getValue().doubleValue()));
      return numbers;
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** How many payments. */
  public int size() {
    return decisions.size();
  }

  /** How many features there are of all of them. */
  public long values() {
    return features.values().stream().mapToLong(Map::size).sum();
  }

  /** The payments that are in a case. */
  public Set<String> inCases() {
    return Set.copyOf(inCases);
  }

  /** What is not the same in another; doubles by their bits. */
  public List<String> differences(KeptDecisions other) {
    List<String> differences = new ArrayList<>();
    Set<String> all = new HashSet<>(decisions.keySet());
    all.addAll(other.decisions.keySet());
    for (String id : all) {
      differ(differences, id, decisions.get(id), other.decisions.get(id));
      differ(differences, id, features.get(id), other.features.get(id));
      differ(differences, id, inCases.contains(id), other.inCases.contains(id));
    }
    return differences;
  }

  private static void differ(List<String> into, String id, Object one, Object other) {
    if (one == null || !one.equals(other)) {
      into.add(id + ": " + one + " / " + other);
    }
  }
}
