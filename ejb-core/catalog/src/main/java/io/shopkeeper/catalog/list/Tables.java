package io.shopkeeper.catalog.list;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.OrderRow;
import io.shopkeeper.catalog.boundary.ProductRow;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.platform.boundary.list.ListKey;
import io.shopkeeper.platform.boundary.list.ListTable;
import java.util.List;
import java.util.Optional;

/** How each of the shop's tables is listed; the indexes for it are in migration V016. */
public final class Tables {

  /** What visitors did. */
  public static final ListTable<BehaviourEvent> EVENTS =
      ListTable.of(
              "behaviour_event",
              "event_id, type, customer_id, visitor_id, product_id, event_value, channel,"
                  + " session_id, context, at_time",
              Rows::event)
          .orderedBy("time", "at_time", ListKey.NUMBER)
          .orderedBy("type", "type", ListKey.TEXT)
          .tiedBy("at_time", ListKey.NUMBER)
          .tiedBy("event_id", ListKey.TEXT)
          .filter("type", "type = ?")
          .filter("customer", "customer_id = ?")
          .filter("visitor", "visitor_id = ?")
          .filter("product", "product_id = ?")
          .filter("channel", "channel = ?")
          .filter("id", "event_id = ?")
          .day("day", "at_time");

  /** What is sold. */
  public static final ListTable<ProductRow> PRODUCTS =
      ListTable.of(
              "product",
              "id, title_en, title_zh, category_path, brand, price, currency, stock, active,"
                  + " updated_at",
              Rows::product)
          .orderedBy("updated", "updated_at", ListKey.NUMBER)
          .orderedBy("id", "id", ListKey.TEXT)
          .orderedBy("category", "category_path", ListKey.TEXT)
          .orderedBy("price", "price", ListKey.DECIMAL)
          .orderedBy("stock", "stock", ListKey.NUMBER)
          .tiedBy("id", ListKey.TEXT)
          .contains("text", "search_text")
          .filter(
              "category",
              "category_path = ? OR category_path LIKE ? ESCAPE '!'",
              path -> Optional.of(List.of(path, literal(path) + "/%")))
          .filter("brand", "brand = ?")
          .filter("active", "active = ?")
          .filter("stock", "stock <= ?", Tables::number);

  /** Who buys. */
  public static final ListTable<CustomerData> CUSTOMERS =
      ListTable.of(
              "customer", "id, name, email, phone, locale, region, registered_at", Rows::customer)
          .orderedBy("updated", "updated_at", ListKey.NUMBER)
          .orderedBy("id", "id", ListKey.TEXT)
          .tiedBy("id", ListKey.TEXT)
          .contains("text", "search_text")
          .filter("region", "region = ?")
          .filter("locale", "locale = ?");

  /** What was bought. */
  public static final ListTable<OrderRow> ORDERS =
      ListTable.of(
              "shop_order",
              "id, customer_id, status, placed_at, currency, channel, (SELECT"
                  + " COALESCE(SUM(line.quantity * line.unit_price), 0) FROM shop_order_line line"
                  + " WHERE line.order_id = shop_order.id) AS total",
              Rows::order)
          .orderedBy("placed", "placed_at", ListKey.NUMBER)
          .orderedBy("id", "id", ListKey.TEXT)
          .orderedBy("status", "status", ListKey.TEXT)
          .tiedBy("placed_at", ListKey.NUMBER)
          .tiedBy("id", ListKey.TEXT)
          .filter("id", "id = ?")
          .filter("customer", "customer_id = ?")
          .filter("status", "status = ?")
          .filter("channel", "channel = ?")
          .filter(
              "product",
              "id IN (SELECT line.order_id FROM shop_order_line line WHERE line.product_id = ?)")
          .day("day", "placed_at");

  /** What was set aside and still waits. */
  public static final ListTable<QuarantinedRow> QUARANTINE =
      ListTable.of(
              "quarantined_row", "id, import_id, kind, row_no, raw, errors, at_time", Rows::aside)
          .always("mended_at IS NULL")
          .orderedBy("time", "id", ListKey.NUMBER)
          .orderedBy("kind", "kind", ListKey.TEXT)
          .tiedBy("id", ListKey.NUMBER)
          .contains("text", "LOWER(raw)")
          .filter("kind", "kind = ?")
          .filter("import", "import_id = ?", Tables::number);

  private Tables() {}

  private static Optional<List<Object>> number(String text) {
    return text.strip().matches("\\d{1,18}")
        ? Optional.of(List.of(Long.valueOf(text.strip())))
        : Optional.empty();
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
