package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column is which field: as the caller says, by its name, or by a name in common use. */
final class FieldNames {

  private static final Map<ImportKind, Map<String, List<String>>> FIELDS = fields();

  private FieldNames() {}

  private static Map<ImportKind, Map<String, List<String>>> fields() {
    var kinds = new HashMap<ImportKind, Map<String, List<String>>>();
    var product = new LinkedHashMap<String, List<String>>();
    product.put("id", List.of("productid", "sku", "itemid", "item", "stockcode", "asin"));
    product.put("titleEn", List.of("title", "name", "productname", "description"));
    product.put("titleZh", List.of("标题", "名称"));
    product.put("descriptionEn", List.of("description"));
    product.put("descriptionZh", List.of());
    product.put("categoryPath", List.of("category", "department", "分类"));
    product.put("brand", List.of("manufacturer", "vendor", "品牌"));
    product.put("price", List.of("unitprice", "价格"));
    product.put("currency", List.of());
    product.put("stock", List.of("quantity", "inventory", "库存"));
    product.put("attributes", List.of());
    product.put("imageUrl", List.of("image", "picture"));
    product.put("active", List.of("enabled"));
    product.put("availableFrom", List.of());
    kinds.put(ImportKind.PRODUCTS, product);
    var customer = new LinkedHashMap<String, List<String>>();
    customer.put("id", List.of("customerid", "userid", "user", "客户"));
    customer.put("name", List.of("fullname", "姓名"));
    customer.put("email", List.of("mail"));
    customer.put("phone", List.of("telephone", "mobile"));
    customer.put("locale", List.of("language"));
    customer.put("region", List.of("country", "city"));
    customer.put("registeredAt", List.of("created", "createdat", "signup"));
    kinds.put(ImportKind.CUSTOMERS, customer);
    var order = new LinkedHashMap<String, List<String>>();
    order.put("id", List.of("orderid", "invoiceno", "invoice"));
    order.put("customerId", List.of("customer", "userid", "user"));
    order.put("status", List.of("state"));
    order.put("placedAt", List.of("time", "date", "createdat", "invoicedate"));
    order.put("currency", List.of());
    order.put("channel", List.of());
    order.put("trackingNumber", List.of("tracking"));
    order.put("expectedAt", List.of());
    order.put("lines", List.of("items", "positions"));
    kinds.put(ImportKind.ORDERS, order);
    var event = new LinkedHashMap<String, List<String>>();
    event.put("eventId", List.of("id"));
    event.put("type", List.of("event", "eventtype", "action"));
    event.put("customerId", List.of("customer", "user", "userid"));
    event.put("visitorId", List.of("visitor", "anonymousid"));
    event.put("productId", List.of("product", "item", "itemid", "sku"));
    event.put("value", List.of("rating", "quantity"));
    event.put("channel", List.of());
    event.put("sessionId", List.of("session"));
    event.put("context", List.of("query"));
    event.put("time", List.of("timestamp", "date", "at"));
    kinds.put(ImportKind.EVENTS, event);
    var rating = new LinkedHashMap<String, List<String>>();
    rating.put("customerId", List.of("user", "userid", "customer"));
    rating.put("productId", List.of("item", "itemid", "product", "movie", "movieid"));
    rating.put("value", List.of("rating", "stars", "score"));
    rating.put("time", List.of("timestamp", "date", "at"));
    rating.put("channel", List.of());
    kinds.put(ImportKind.RATINGS, rating);
    return kinds;
  }

  /** The fields of a kind. */
  static Set<String> of(ImportKind kind) {
    return FIELDS.get(kind).keySet();
  }

  /**
   * Which field each of the columns is; columns that are none are left out. What the caller says
   * goes before a field's own name, that before its common names, and those in their order.
   *
   * @param asked what the caller says; an empty field leaves its column out
   */
  static Map<String, String> match(
      ImportKind kind, List<String> columns, Map<String, String> asked) {
    var columnOf = new HashMap<String, String>();
    List<String> free = new ArrayList<>();
    for (String column : columns) {
      String field = asked.get(column);
      if (field == null) {
        free.add(column);
      } else if (!field.isEmpty()) {
        columnOf.putIfAbsent(field, column);
      }
    }
    Map<String, List<String>> fields = FIELDS.get(kind);
    fields.keySet().forEach(field -> take(field, List.of(plain(field)), free, columnOf));
    fields.forEach((field, names) -> take(field, names, free, columnOf));
    var matched = new LinkedHashMap<String, String>();
    Map<String, String> fieldOf = new HashMap<>();
    columnOf.forEach((field, column) -> fieldOf.put(column, field));
    for (String column : columns) {
      if (fieldOf.containsKey(column)) {
        matched.put(column, fieldOf.get(column));
      }
    }
    return matched;
  }

  private static void take(
      String field, List<String> names, List<String> free, Map<String, String> columnOf) {
    for (String name : names) {
      for (String column : List.copyOf(free)) {
        if (!columnOf.containsKey(field) && plain(column).equals(name)) {
          columnOf.put(field, column);
          free.remove(column);
        }
      }
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }
}
