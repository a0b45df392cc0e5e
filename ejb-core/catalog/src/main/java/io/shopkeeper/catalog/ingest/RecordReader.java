package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.platform.boundary.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes records of rows. Safe for use by several threads. */
public final class RecordReader {

  private static final String DEFAULT_CURRENCY = "EUR";
  private static final int LONGEST_ID = 128;

  /**
   * What a row became.
   *
   * @param record null where there are errors
   */
  public record Result(
      Object record, List<FieldError> errors, boolean repaired, List<String> doubts) {}

  private final ImportKind kind;
  private final Map<String, String> asked;
  private final Instant now;

  RecordReader(ImportKind kind, Map<String, String> asked, Instant now) {
    this.kind = kind;
    this.asked = asked;
    this.now = now;
  }

  /**
   * Reads one row.
   *
   * @param strict whether a field that nobody knows is an error (JSON), or passed over (tables)
   */
  Result read(RowSource.Row row, boolean strict) {
    var columns = new ArrayList<String>();
    row.values().fieldNames().forEachRemaining(columns::add);
    Map<String, String> fields = FieldNames.match(kind, columns, asked);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fields.forEach((column, field) -> values.put(field, row.values().get(column)));
    var cells = new Cells(values);
    row.fault().ifPresent(fault -> cells.error("", fault));
    if (row.fault().isEmpty() && strict) {
      columns.stream()
          .filter(column -> !fields.containsKey(column))
          .forEach(column -> cells.error(column, "is not a field of " + name(kind)));
    }
    Object record = row.fault().isPresent() ? null : make(cells);
    var errors = new ArrayList<>(cells.errors());
    if (record != null && errors.isEmpty()) {
      errors.addAll(check(record));
    }
    return new Result(errors.isEmpty() ? record : null, errors, cells.repaired(), cells.doubts());
  }

  private Object make(Cells cells) {
    return switch (kind) {
      case PRODUCTS -> product(cells);
      case CUSTOMERS -> customer(cells);
      case ORDERS -> order(cells);
      case EVENTS -> event(cells);
      case RATINGS -> rating(cells);
    };
  }

  private List<FieldError> check(Object record) {
    return switch (record) {
      case ProductData product -> RecordCheck.check(product);
      case CustomerData customer -> RecordCheck.check(customer);
      case OrderData order -> RecordCheck.check(order);
      case BehaviourEvent event -> RecordCheck.check(event, now);
      default -> throw new IllegalStateException("unknown record " + record.getClass());
    };
  }

  private static ProductData product(Cells cells) {
    return new ProductData(
        cells.text("id"),
        cells.text("titleEn"),
        cells.text("titleZh"),
        cells.text("descriptionEn"),
        cells.text("descriptionZh"),
        cells.text("categoryPath", "Other"),
        cells.text("brand"),
        cells.decimal("price"),
        cells.text("currency", DEFAULT_CURRENCY).toUpperCase(Locale.ROOT),
        cells.integer("stock", 0),
        cells.texts("attributes"),
        cells.text("imageUrl"),
        cells.flag("active", true),
        cells.time("availableFrom"));
  }

  private static CustomerData customer(Cells cells) {
    return new CustomerData(
        cells.text("id"),
        cells.text("name"),
        cells.text("email"),
        cells.text("phone"),
        cells.text("locale"),
        cells.text("region"),
        cells.time("registeredAt"));
  }

  private static OrderData order(Cells cells) {
    var lines = new ArrayList<OrderLine>();
    int position = 0;
    for (JsonNode line : cells.list("lines")) {
      BigDecimal price = null;
      String text = line.path("unitPrice").asText();
      if (text.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
        price = new BigDecimal(text);
      } else {
        cells.error("lines/" + position + "/unitPrice", "must be a number such as 19.90");
      }
      lines.add(
          new OrderLine(line.path("productId").asText(), quantity(cells, line, position), price));
      position++;
    }
    return new OrderData(
        cells.text("id"),
        cells.text("customerId"),
        status(cells),
        cells.time("placedAt"),
        cells.text("currency", DEFAULT_CURRENCY).toUpperCase(Locale.ROOT),
        cells.text("channel", "web"),
        cells.text("trackingNumber"),
        cells.time("expectedAt"),
        lines);
  }

  private static int quantity(Cells cells, JsonNode line, int position) {
    String text = line.path("quantity").asText(line.has("quantity") ? "" : "1");
    if (text.matches("-?\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    cells.error("lines/" + position + "/quantity", "must be a whole number");
    return 1;
  }

  private static OrderStatus status(Cells cells) {
    String text = cells.text("status", "placed").toUpperCase(Locale.ROOT);
    for (OrderStatus status : OrderStatus.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    cells.error("status", "must be placed, paid, shipped, delivered, cancelled or returned");
    return null;
  }

  private static BehaviourEvent event(Cells cells) {
    EventType type = null;
    try {
      type = EventType.of(cells.text("type", "").toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      cells.error("type", unknown.getMessage());
    }
    return new BehaviourEvent(
        cells.text("eventId"),
        type,
        cells.text("customerId"),
        cells.text("visitorId"),
        cells.text("productId"),
        cells.number("value"),
        cells.text("channel", "web"),
        cells.text("sessionId"),
        cells.text("context"),
        cells.time("time"));
  }

  private static BehaviourEvent rating(Cells cells) {
    String customer = cells.text("customerId");
    String product = cells.text("productId");
    Instant time = cells.time("time");
    if (time == null && cells.errors().isEmpty()) {
      cells.error("time", "is missing");
    }
    // The same rating sent again has the same id, so it is stored once.
    String id =
        "rating:%s:%s:%d".formatted(customer, product, time == null ? 0 : time.toEpochMilli());
    return new BehaviourEvent(
        id.length() <= LONGEST_ID
            ? id
            : "rating:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        EventType.RATING,
        customer,
        null,
        product,
        cells.number("value"),
        cells.text("channel", "web"),
        null,
        null,
        time);
  }

  private static String name(ImportKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
