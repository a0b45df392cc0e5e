package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.ImageData;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.platform.boundary.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what is wrong with a record; nothing where it can be stored. */
public final class RecordCheck {

  private static final int MOST_ATTRIBUTES = 50;
  private static final int MOST_LINES = 2000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,189}");
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern CARD_NUMBER = Pattern.compile("\\d{13,19}");
  private static final Pattern IP = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]{2,45}");
  private static final Pattern IMAGE = Pattern.compile("(https?://|/)[^\\s\"'<>]{0,490}");

  private RecordCheck() {}

  public static List<FieldError> check(ProductData product) {
    var rules = new Rules();
    rules.id("id", product.id());
    if (blank(product.titleEn()) && blank(product.titleZh())) {
      rules.fault("titleEn", "is missing, and so is titleZh; give at least one");
    }
    rules.text("titleEn", product.titleEn(), 300);
    rules.text("titleZh", product.titleZh(), 300);
    rules.text("descriptionEn", product.descriptionEn(), 4000);
    rules.text("descriptionZh", product.descriptionZh(), 4000);
    category(rules, product.categoryPath());
    rules.text("brand", product.brand(), 120);
    rules.money("price", product.price());
    rules.currency("currency", product.currency());
    rules.range("stock", product.stock(), 0, 100_000_000);
    attributes(rules, product.attributes());
    if (product.imageUrl() != null && !IMAGE.matcher(product.imageUrl()).matches()) {
      rules.fault("imageUrl", "must be an http(s) address or begin with /, 490 characters at most");
    }
    rules.anyTime("availableFrom", product.availableFrom());
    rules.anyTime("availableUntil", product.availableUntil());
    if (product.availableFrom() != null
        && product.availableUntil() != null
        && !product.availableFrom().isBefore(product.availableUntil())) {
      rules.fault("availableUntil", "must be after availableFrom");
    }
    return rules.errors();
  }

  private static void category(Rules rules, String path) {
    rules.required("categoryPath", path);
    if (path == null) {
      return;
    }
    rules.text("categoryPath", path, 400);
    String[] levels = path.split("/", -1);
    boolean emptyLevel = List.of(levels).stream().anyMatch(String::isBlank);
    if (levels.length > 6 || emptyLevel) {
      rules.fault("categoryPath", "must be 1 to 6 names with / between them, such as Home/Kitchen");
    }
  }

  private static void attributes(Rules rules, Map<String, String> attributes) {
    if (attributes.size() > MOST_ATTRIBUTES) {
      rules.fault(
          "attributes",
          "has %d entries; at most %d are allowed".formatted(attributes.size(), MOST_ATTRIBUTES));
    }
    attributes.forEach(
        (name, value) -> {
          rules.text("attributes/" + name, name, 60);
          rules.text("attributes/" + name, value, 300);
        });
  }

  public static List<FieldError> check(CustomerData customer) {
    var rules = new Rules();
    rules.id("id", customer.id());
    rules.text("name", customer.name(), 200);
    rules.text("phone", customer.phone(), 40);
    rules.text("region", customer.region(), 120);
    if (customer.email() != null && !EMAIL.matcher(customer.email()).matches()) {
      rules.fault("email", "is not an e-mail address");
    }
    if (customer.locale() != null && !LOCALE.matcher(customer.locale()).matches()) {
      rules.fault("locale", "must be a language tag such as en or zh-CN");
    }
    rules.anyTime("registeredAt", customer.registeredAt());
    return rules.errors();
  }

  public static List<FieldError> check(OrderData order) {
    var rules = new Rules();
    rules.id("id", order.id());
    rules.id("customerId", order.customerId());
    rules.required("status", order.status());
    rules.required("placedAt", order.placedAt());
    rules.anyTime("placedAt", order.placedAt());
    rules.currency("currency", order.currency());
    rules.required("channel", order.channel());
    rules.text("channel", order.channel(), 40);
    rules.text("trackingNumber", order.trackingNumber(), 80);
    rules.anyTime("expectedAt", order.expectedAt());
    if (order.lines().isEmpty() || order.lines().size() > MOST_LINES) {
      rules.fault("lines", "must hold 1 to " + MOST_LINES + " positions");
    }
    for (int i = 0; i < Math.min(order.lines().size(), MOST_LINES); i++) {
      OrderLine line = order.lines().get(i);
      rules.id("lines/" + i + "/productId", line.productId());
      rules.range("lines/" + i + "/quantity", line.quantity(), 1, 10_000);
      rules.money("lines/" + i + "/unitPrice", line.unitPrice());
    }
    return rules.errors();
  }

  public static List<FieldError> check(ReviewData review) {
    var rules = new Rules();
    rules.id("id", review.id());
    rules.optionalId("productId", review.productId());
    rules.optionalId("customerId", review.customerId());
    rules.text("author", review.author(), 120);
    rules.text("title", review.title(), 300);
    rules.required("text", review.text());
    rules.text("text", review.text(), 8000);
    Double rating = review.rating();
    if (rating != null && !(rating >= 0 && rating <= 5)) {
      rules.fault("rating", "must be the stars of the review, from 0 to 5");
    }
    if (review.language() != null && !LOCALE.matcher(review.language()).matches()) {
      rules.fault("language", "must be a language tag such as en or zh-CN");
    }
    rules.anyTime("time", review.time());
    return rules.errors();
  }

  public static List<FieldError> check(TransactionData transaction) {
    var rules = new Rules();
    rules.id("id", transaction.id());
    rules.optionalId("orderId", transaction.orderId());
    rules.optionalId("customerId", transaction.customerId());
    rules.money("amount", transaction.amount());
    rules.currency("currency", transaction.currency());
    rules.text("method", transaction.method(), 40);
    rules.optionalId("cardFingerprint", transaction.cardFingerprint());
    if (transaction.cardFingerprint() != null
        && CARD_NUMBER.matcher(transaction.cardFingerprint()).matches()) {
      rules.fault("cardFingerprint", "looks like a card number; send a fingerprint or a hash");
    }
    rules.text("device", transaction.device(), 200);
    if (transaction.ip() != null && !IP.matcher(transaction.ip()).matches()) {
      rules.fault("ip", "is not an IP address");
    }
    rules.text("country", transaction.country(), 80);
    rules.required("status", transaction.status());
    rules.required("time", transaction.time());
    rules.anyTime("time", transaction.time());
    return rules.errors();
  }

  public static List<FieldError> check(FaqData faq) {
    var rules = new Rules();
    rules.id("id", faq.id());
    rules.text("topic", faq.topic(), 120);
    rules.text("questionEn", faq.questionEn(), 500);
    rules.text("questionZh", faq.questionZh(), 500);
    rules.text("answerEn", faq.answerEn(), 4000);
    rules.text("answerZh", faq.answerZh(), 4000);
    if (blank(faq.questionEn()) && blank(faq.questionZh())) {
      rules.fault("questionEn", "is missing, and so is questionZh; give at least one");
    }
    pair(rules, "En", faq.questionEn(), faq.answerEn());
    pair(rules, "Zh", faq.questionZh(), faq.answerZh());
    return rules.errors();
  }

  public static List<FieldError> check(ImageData image) {
    var rules = new Rules();
    rules.id("productId", image.productId());
    rules.required("file", image.file());
    rules.text("file", image.file(), 300);
    return rules.errors();
  }

  private static void pair(Rules rules, String language, String question, String answer) {
    if (blank(question) != blank(answer)) {
      rules.fault(
          (blank(answer) ? "answer" : "question") + language,
          "is missing; a question and its answer come together");
    }
  }

  /**
   * Checks an event.
   *
   * @param now times may lie a day ahead of it at most
   */
  public static List<FieldError> check(BehaviourEvent event, Instant now) {
    var rules = new Rules();
    rules.id("eventId", event.eventId());
    rules.required("type", event.type());
    rules.optionalId("customerId", event.customerId());
    rules.optionalId("visitorId", event.visitorId());
    if (event.customerId() == null && event.visitorId() == null) {
      rules.fault("customerId", "is missing, and so is visitorId; give at least one");
    }
    if (event.type() != null && event.type().needsProduct()) {
      rules.required("productId", event.productId());
    }
    rules.optionalId("productId", event.productId());
    value(rules, event);
    rules.required("channel", event.channel());
    rules.text("channel", event.channel(), 40);
    rules.optionalId("sessionId", event.sessionId());
    rules.text("context", event.context(), 1000);
    rules.past("time", event.time(), now);
    return rules.errors();
  }

  private static void value(Rules rules, BehaviourEvent event) {
    Double value = event.value();
    if (event.type() == EventType.RATING) {
      if (value == null || !(value >= 0 && value <= 5)) {
        rules.fault("value", "must be the stars of the rating, from 0 to 5");
      }
    } else if (value != null && !(value >= 0 && value <= 1e9)) {
      rules.fault("value", "must be from 0 to 1000000000");
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
