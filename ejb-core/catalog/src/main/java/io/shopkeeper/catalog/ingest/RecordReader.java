package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.ImageData;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.platform.boundary.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes records of rows. Safe for use by several threads. */
public final class RecordReader {

  static final String DEFAULT_CURRENCY = "EUR";
  private static final int LONGEST_ID = 128;

  /**
   * What a row became.
   *
   * @param record null where there are errors
   */
  public record Result(
      Object record, List<FieldError> errors, List<RowNote> repairs, List<RowNote> doubts) {

    /** Whether something was mended. */
    boolean repaired() {
      return !repairs.isEmpty();
    }
  }

  private final ImportKind kind;
  private final RowCleaner cleaner;
  private final Instant now;

  RecordReader(ImportKind kind, RowCleaner cleaner, Instant now) {
    this.kind = kind;
    this.cleaner = cleaner;
    this.now = now;
  }

  /** Shows a unit to the cleaner, so that it learns what is usual. */
  void observe(Unit unit) {
    if (unit.errors().isEmpty()) {
      cleaner.observe(unit.fields());
    }
  }

  /** Reads one unit. */
  Result read(Unit unit) {
    if (unit.fields().isEmpty() && !unit.errors().isEmpty()) {
      return refused(unit.errors());
    }
    var errors = new ArrayList<>(unit.errors());
    CleanedRow clean = cleaner.clean(unit.fields());
    clean
        .faults()
        .forEach(fault -> errors.add(new FieldError("/" + fault.field(), fault.detail())));
    return record(clean, errors);
  }

  private Result record(CleanedRow clean, List<FieldError> errors) {
    var cells = new Cells(clean.fields());
    Object record = make(cells);
    errors.addAll(cells.errors());
    if (errors.isEmpty()) {
      errors.addAll(check(record));
    }
    if (!errors.isEmpty()) {
      return refused(errors);
    }
    var repairs = new ArrayList<>(clean.repairs());
    repairs.addAll(cells.repairs());
    var doubts = new ArrayList<>(clean.doubts());
    doubts.addAll(cells.doubts());
    return new Result(record, List.of(), repairs, doubts);
  }

  private static Result refused(List<FieldError> errors) {
    return new Result(null, errors, List.of(), List.of());
  }

  private Object make(Cells cells) {
    return switch (kind) {
      case PRODUCTS -> product(cells);
      case CUSTOMERS -> customer(cells);
      case ORDERS -> order(cells);
      case EVENTS -> event(cells);
      case RATINGS -> rating(cells);
      case REVIEWS -> ContentRecords.review(cells);
      case TRANSACTIONS -> ContentRecords.transaction(cells);
      case FAQ -> ContentRecords.faq(cells);
      case IMAGES -> new ImageData(cells.text("productId"), cells.text("file"));
    };
  }

  private List<FieldError> check(Object record) {
    return switch (record) {
      case ProductData product -> RecordCheck.check(product);
      case CustomerData customer -> RecordCheck.check(customer);
      case OrderData order -> RecordCheck.check(order);
      case BehaviourEvent event -> RecordCheck.check(event, now);
      case ReviewData review -> RecordCheck.check(review);
      case TransactionData transaction -> RecordCheck.check(transaction);
      case FaqData faq -> RecordCheck.check(faq);
      case ImageData image -> RecordCheck.check(image);
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
        cells.time("availableFrom"),
        cells.time("availableUntil"));
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
}
