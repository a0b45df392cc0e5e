package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.Optional;

/**
 * Where the rows of a kind lie: tables and columns by name, so that no text from outside becomes
 * SQL.
 *
 * @param table of the rows
 * @param arrived when a row came in
 * @param happened when what it tells of happened
 */
record Watched(String table, String arrived, String happened) {

  /** A field's table expression and column. */
  record Column(String from, String column, boolean number) {}

  static Optional<Watched> of(ImportKind kind) {
    return switch (kind) {
      case EVENTS -> Optional.of(new Watched("behaviour_event", "received_at", "at_time"));
      case ORDERS -> Optional.of(new Watched("shop_order", "updated_at", "placed_at"));
      case PRODUCTS -> Optional.of(new Watched("product", "updated_at", "updated_at"));
      case CUSTOMERS -> Optional.of(new Watched("customer", "updated_at", "updated_at"));
      default -> Optional.empty();
    };
  }

  /** The column of a field that can be watched. */
  static Optional<Column> column(ImportKind kind, String field) {
    String name = kind + "." + field;
    return Optional.ofNullable(
        switch (name) {
          case "EVENTS.customerId" -> new Column("behaviour_event r", "r.customer_id", false);
          case "EVENTS.type" -> new Column("behaviour_event r", "r.type", false);
          case "EVENTS.channel" -> new Column("behaviour_event r", "r.channel", false);
          case "ORDERS.unitPrice" ->
              new Column(
                  "shop_order r JOIN shop_order_line l ON l.order_id = r.id", "l.unit_price", true);
          case "PRODUCTS.brand" -> new Column("product r", "r.brand", false);
          case "PRODUCTS.imageUrl" -> new Column("product r", "r.image_url", false);
          case "PRODUCTS.titleZh" -> new Column("product r", "r.title_zh", false);
          case "PRODUCTS.price" -> new Column("product r", "r.price", true);
          case "PRODUCTS.categoryPath" -> new Column("product r", "r.category_path", false);
          case "CUSTOMERS.email" -> new Column("customer r", "r.email", false);
          case "CUSTOMERS.phone" -> new Column("customer r", "r.phone", false);
          case "CUSTOMERS.region" -> new Column("customer r", "r.region", false);
          default -> null;
        });
  }
}
