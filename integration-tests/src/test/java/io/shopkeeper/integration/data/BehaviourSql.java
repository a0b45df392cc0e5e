package io.shopkeeper.integration.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What behaviour comes to, recomputed by the database: no code of the shop is used.
 *
 * @param whose what must be true of {@code customer_id}; such as {@code TRUE}
 */
record BehaviourSql(DataSource database, long from, long until, String whose) {

  private static final long YEAR = 365 * 86_400_000L;

  /** Of everybody. */
  static BehaviourSql ofEverybody(DataSource database, long from, long until) {
    return new BehaviourSql(database, from, until, "TRUE");
  }

  /** Of those with 4 or 5 for recency and for frequency in the 365 days up to the end. */
  static BehaviourSql ofChampions(DataSource database, long from, long until) {
    return new BehaviourSql(
        database,
        from,
        until,
        ("customer_id IN (SELECT customer_id FROM (SELECT customer_id, 1 + 5 * (RANK() OVER (ORDER BY r)"
                + " - 1) / COUNT(*) OVER () AS rs, 1 + 5 * (RANK() OVER (ORDER BY f) - 1) / COUNT(*)"
                + " OVER () AS fs FROM (SELECT customer_id, MAX(placed_at / 86400000) AS r, COUNT(*)"
                + " AS f FROM shop_order WHERE status NOT IN ('CANCELLED', 'RETURNED') AND placed_at"
                + " >= %d AND placed_at < %d GROUP BY 1) c) s WHERE rs >= 4 AND fs >= 4)")
            .formatted(until - YEAR, until));
  }

  private String people() {
    return "WITH e AS (SELECT DISTINCT COALESCE('c:' || customer_id, 'v:' || visitor_id) AS who, type,"
        + " at_time FROM behaviour_event WHERE at_time >= ? AND at_time < ? AND "
        + whose
        + ")";
  }

  private String bySession() {
    return people()
        + ", g AS (SELECT e.*, LAG(at_time) OVER (PARTITION BY who ORDER BY at_time) AS prev FROM"
        + " e), s AS (SELECT who, type, at_time, SUM(CASE WHEN at_time - prev > 1800000 THEN 1"
        + " ELSE 0 END) OVER (PARTITION BY who ORDER BY at_time) AS n FROM g)";
  }

  private String bought() {
    return "status NOT IN ('CANCELLED', 'RETURNED') AND " + whose;
  }

  /** People who bought, bought again within a time, and then returned something within it. */
  List<List<String>> funnel(long window) {
    return rows(
        people()
            + " SELECT COUNT(DISTINCT a.who), COUNT(DISTINCT b.who), COUNT(DISTINCT c.who) FROM e a"
            + " LEFT JOIN e b ON b.who = a.who AND b.type = 'PURCHASE' AND b.at_time > a.at_time"
            + " AND b.at_time <= a.at_time + ?"
            + " LEFT JOIN e c ON c.who = a.who AND c.type = 'RETURN' AND c.at_time > b.at_time"
            + " AND c.at_time <= a.at_time + ? WHERE a.type = 'PURCHASE'",
        from,
        until,
        window,
        window);
  }

  /** Sessions in which somebody bought, and then returned something. */
  List<List<String>> sessionFunnel() {
    return rows(
        bySession()
            + " SELECT COUNT(DISTINCT (a.who, a.n)), COUNT(DISTINCT CASE WHEN b.who IS NOT NULL THEN"
            + " (b.who, b.n) END) FROM s a LEFT JOIN"
            + " s b ON b.who = a.who AND b.n = a.n AND b.type = 'RETURN' AND b.at_time > a.at_time"
            + " WHERE a.type = 'PURCHASE'",
        from,
        until);
  }

  /** Sessions, people who have one, sessions with a purchase. */
  List<List<String>> sessions() {
    return rows(
        bySession()
            + " SELECT COUNT(DISTINCT (who, n)), COUNT(DISTINCT who), COUNT(DISTINCT CASE WHEN type ="
            + " 'PURCHASE' THEN (who, n) END) FROM s",
        from,
        until);
  }

  /** Month of the first order, months later, customers. */
  List<List<String>> cohorts() {
    return rows(
        "WITH o AS (SELECT customer_id, date_trunc('month', to_timestamp(placed_at / 1000) AT TIME"
            + " ZONE 'UTC') AS m FROM shop_order WHERE "
            + bought()
            + " AND placed_at < ?), f AS (SELECT customer_id, MIN(m) AS c FROM o GROUP BY 1)"
            + " SELECT to_char(c, 'YYYY-MM'), CAST((EXTRACT(YEAR FROM m) - EXTRACT(YEAR FROM c)) * 12"
            + " + EXTRACT(MONTH FROM m) - EXTRACT(MONTH FROM c) AS INTEGER),"
            + " COUNT(DISTINCT customer_id) FROM o JOIN f USING (customer_id) GROUP BY 1, 2",
        until);
  }

  /** Recency, frequency, customers, orders, amount. */
  List<List<String>> grid() {
    return rows(
        "WITH o AS (SELECT o.id, customer_id, placed_at, SUM(quantity * unit_price) AS amount FROM"
            + " shop_order o JOIN shop_order_line l ON l.order_id = o.id WHERE "
            + bought()
            + " AND placed_at >= ? AND placed_at < ? GROUP BY o.id, customer_id, placed_at), c AS"
            + " (SELECT customer_id, MAX(placed_at / 86400000) AS r, COUNT(*) AS f, SUM(amount) AS m"
            + " FROM o GROUP BY 1), s AS (SELECT f, m, 1 + 5 * (RANK() OVER (ORDER BY r) - 1) /"
            + " COUNT(*) OVER () AS rs, 1 + 5 * (RANK() OVER (ORDER BY f) - 1) / COUNT(*) OVER () AS"
            + " fs FROM c) SELECT rs, fs, COUNT(*), SUM(f), SUM(m) FROM s GROUP BY 1, 2",
        from,
        until);
  }

  /**
   * Left and right product, orders with both, with the left, with the right, all.
   *
   * @param share the least share of orders with both
   */
  List<List<String>> rules(double share) {
    return rows(
        "WITH b AS (SELECT DISTINCT order_id, product_id FROM shop_order_line l JOIN shop_order o ON"
            + " o.id = l.order_id WHERE "
            + bought()
            + " AND placed_at >= ? AND placed_at < ?), n AS (SELECT COUNT(DISTINCT order_id) AS n FROM"
            + " b), k AS (SELECT product_id, COUNT(*) AS k FROM b GROUP BY 1 HAVING COUNT(*) >= "
            + share
            + " * (SELECT n FROM n)), x AS (SELECT b.*, k FROM b JOIN k USING (product_id)) SELECT"
            + " a.product_id, c.product_id, COUNT(*), a.k, c.k, (SELECT n FROM n) FROM x a JOIN x c ON"
            + " a.order_id = c.order_id AND a.product_id <> c.product_id GROUP BY a.product_id,"
            + " c.product_id, a.k, c.k HAVING COUNT(*) >= "
            + share
            + " * (SELECT n FROM n)",
        from,
        until);
  }

  private List<List<String>> rows(String sql, long... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setLong(i + 1, parameters[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getString(i));
          }
          rows.add(cells);
        }
      }
      return rows;
    } catch (SQLException problem) {
      throw new AssertionError(sql, problem);
    }
  }
}
