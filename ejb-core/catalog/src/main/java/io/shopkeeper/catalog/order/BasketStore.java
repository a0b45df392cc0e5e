package io.shopkeeper.catalog.order;

import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.analysis.BasketRow;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Orders with the products of their lines, read row by row. */
@Dependent
public class BasketStore {

  private static final int FETCHED = 5000;
  private static final Set<OrderStatus> UNDONE =
      EnumSet.of(OrderStatus.CANCELLED, OrderStatus.RETURNED);

  private static final String LINES =
      "SELECT o.id, o.customer_id, o.status, o.placed_at, o.channel, o.currency, l.product_id,"
          + " l.quantity * l.unit_price FROM shop_order o"
          + " JOIN shop_order_line l ON l.order_id = o.id WHERE o.updated_at >= ? ORDER BY o.id";
  private static final String COUNT =
      "SELECT COUNT(*) FROM shop_order o WHERE EXISTS"
          + " (SELECT 1 FROM shop_order_line l WHERE l.order_id = o.id)";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  /** Those that were stored or changed at a time or later. */
  public void forEach(Instant since, Consumer<BasketRow> visitor) {
    try (PreparedStatement statement = connection().prepareStatement(LINES)) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, since.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        boolean more = row.next();
        while (more) {
          more = basket(row, visitor);
        }
      }
    } catch (SQLException problem) {
      throw new PersistenceException("orders could not be read", problem);
    }
  }

  /** Reads the rows of one order; answers whether there is another. */
  private static boolean basket(ResultSet row, Consumer<BasketRow> visitor) throws SQLException {
    String id = row.getString(1);
    String customer = row.getString(2);
    OrderStatus status = OrderStatus.valueOf(row.getString(3));
    Instant placed = Instant.ofEpochMilli(row.getLong(4));
    String channel = row.getString(5);
    String currency = row.getString(6);
    Set<String> products = new LinkedHashSet<>();
    BigDecimal total = BigDecimal.ZERO;
    boolean more;
    do {
      products.add(row.getString(7));
      total = total.add(row.getBigDecimal(8));
      more = row.next();
    } while (more && row.getString(1).equals(id));
    visitor.accept(
        new BasketRow(
            id,
            customer,
            !UNDONE.contains(status),
            placed,
            channel,
            currency,
            total,
            products.stream().toList()));
    return more;
  }

  /** How many there are. */
  public long count() {
    try (PreparedStatement statement = connection().prepareStatement(COUNT);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException problem) {
      throw new PersistenceException("orders could not be counted", problem);
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
