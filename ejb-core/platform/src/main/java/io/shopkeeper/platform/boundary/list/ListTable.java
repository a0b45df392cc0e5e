package io.shopkeeper.platform.boundary.list;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table as a long list: how its rows are read, and what they can be ordered and narrowed by.
 * Names of columns come from the code alone; values from outside are parameters. Safe for many
 * threads once it is described.
 */
public final class ListTable<T> {

  /** Rows are counted this far. */
  public static final int COUNTED = 10_000;

  private final String table;
  private final String columns;
  private final RowReader<T> reader;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final List<Order> last = new ArrayList<>();
  private final Map<String, ListFilter> filters = new LinkedHashMap<>();
  private String always = "";

  /** Reads the row that a result stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** One row. */
    T read(ResultSet row) throws SQLException;
  }

  private record Order(String column, ListKey key) {}

  private ListTable(String table, String columns, RowReader<T> reader) {
    this.table = table;
    this.columns = columns;
    this.reader = reader;
  }

  /** A table, the columns that are read, and how. */
  public static <T> ListTable<T> of(String table, String columns, RowReader<T> reader) {
    return new ListTable<>(table, columns, reader);
  }

  /** Something to sort by; the first one is the list's own order. */
  public ListTable<T> orderedBy(String name, String column, ListKey key) {
    orders.put(name, new Order(column, key));
    return this;
  }

  /** What decides between rows that are alike; the last of these is unique. */
  public ListTable<T> tiedBy(String column, ListKey key) {
    last.add(new Order(column, key));
    return this;
  }

  /** A condition that every row of the list fulfils. */
  public ListTable<T> always(String condition) {
    always = condition;
    return this;
  }

  /** A filter by a text as it is; {@code sql} has one question mark. */
  public ListTable<T> filter(String name, String sql) {
    return filter(name, sql, text -> Optional.of(List.of(text)));
  }

  /** A filter by words that {@code column}, which is in lower case, contains. */
  public ListTable<T> contains(String name, String column) {
    return filter(
        name,
        column + " LIKE ? ESCAPE '!'",
        text -> Optional.of(List.of("%" + literal(text.strip()) + "%")));
  }

  /** A filter by a day in UTC, such as {@code 2026-11-25}, over milliseconds since 1970. */
  public ListTable<T> day(String name, String column) {
    return filter(name, column + " >= ? AND " + column + " < ?", ListDay::bounds);
  }

  /** A filter by what a text means; one value for each question mark of {@code sql}. */
  public ListTable<T> filter(
      String name, String sql, Function<String, Optional<List<Object>>> values) {
    filters.put(name, new ListFilter(sql, values));
    return this;
  }

  private static String literal(String text) {
    return text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Reads a page; within the caller's transaction. */
  public ListPage<T> page(Connection connection, ListQuery query) throws SQLException {
    List<Order> keys = keys(query);
    Optional<List<Object>> place =
        ListCursor.read(query.cursor(), keys.stream().map(Order::key).toList());
    boolean backwards = query.backwards() && place.isPresent();
    boolean down = query.descending() != backwards;
    ListCondition where = where(query, place.map(values -> behind(keys, values, down)));
    String names = String.join(", ", keys.stream().map(Order::column).toList());
    String direction = down ? " DESC" : " ASC";
    String sql =
        "SELECT "
            + columns
            + ", "
            + names
            + " FROM "
            + table
            + where.sql()
            + " ORDER BY "
            + names.replace(", ", direction + ", ")
            + direction
            + " LIMIT "
            + (query.limit() + 1);
    try (PreparedStatement statement = prepare(connection, sql, where.values());
        ResultSet rows = statement.executeQuery()) {
      return read(rows, keys.size(), query.limit(), place.isPresent(), backwards);
    }
  }

  private ListPage<T> read(ResultSet rows, int keys, int limit, boolean placed, boolean backwards)
      throws SQLException {
    int first = rows.getMetaData().getColumnCount() - keys + 1;
    List<T> found = new ArrayList<>();
    List<String> places = new ArrayList<>();
    while (rows.next()) {
      List<Object> values = new ArrayList<>();
      for (int key = 0; key < keys; key++) {
        values.add(rows.getObject(first + key));
      }
      places.add(ListCursor.write(values));
      found.add(reader.read(rows));
    }
    boolean more = found.size() > limit;
    List<T> shown = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
    if (shown.isEmpty()) {
      return new ListPage<>(shown, "", "");
    }
    String head = places.getFirst();
    String tail = places.get(shown.size() - 1);
    if (backwards) {
      Collections.reverse(shown);
      return new ListPage<>(shown, more ? tail : "", head);
    }
    return new ListPage<>(shown, placed ? head : "", more ? tail : "");
  }

  /**
   * How many rows fit: counted as far as {@link #COUNTED}; for the whole of a large table the
   * database's own estimate, where it has one.
   */
  public RowCount count(Connection connection, ListQuery query) throws SQLException {
    ListCondition where = where(query, Optional.empty());
    if (where.sql().isEmpty()) {
      Optional<RowCount> estimated = ListEstimate.of(connection, table, COUNTED);
      if (estimated.isPresent()) {
        return estimated.get();
      }
    }
    String sql =
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM "
            + table
            + where.sql()
            + " LIMIT "
            + (COUNTED + 1)
            + ") AS counted";
    try (PreparedStatement statement = prepare(connection, sql, where.values());
        ResultSet row = statement.executeQuery()) {
      row.next();
      long count = row.getLong(1);
      return count > COUNTED
          ? new RowCount(COUNTED, RowCount.Trust.MORE_THAN)
          : RowCount.exact(count);
    }
  }

  private List<Order> keys(ListQuery query) {
    Order wanted = orders.getOrDefault(query.sort(), orders.values().iterator().next());
    List<Order> keys = new ArrayList<>();
    keys.add(wanted);
    last.stream().filter(tie -> !tie.column().equals(wanted.column())).forEach(keys::add);
    return keys;
  }

  /** The rows behind a place: the tuple of their keys is greater, or less on the way down. */
  private static ListCondition behind(List<Order> keys, List<Object> values, boolean down) {
    String names = String.join(", ", keys.stream().map(Order::column).toList());
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    return new ListCondition("(" + names + ") " + (down ? "<" : ">") + " (" + marks + ")", values);
  }

  private ListCondition where(ListQuery query, Optional<ListCondition> place) {
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!always.isEmpty()) {
      parts.add(always);
    }
    query
        .filters()
        .forEach(
            (name, text) -> {
              ListFilter filter = filters.get(name);
              if (filter != null && !text.isBlank()) {
                ListCondition condition = filter.on(text);
                parts.add("(" + condition.sql() + ")");
                values.addAll(condition.values());
              }
            });
    place.ifPresent(
        condition -> {
          parts.add(condition.sql());
          values.addAll(condition.values());
        });
    return new ListCondition(
        parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts), values);
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
