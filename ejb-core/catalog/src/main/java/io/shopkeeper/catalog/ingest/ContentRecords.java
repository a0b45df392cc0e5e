package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Makes reviews, payments and answers of cells. */
final class ContentRecords {

  private ContentRecords() {}

  static ReviewData review(Cells cells) {
    String text = cells.text("text");
    String product = cells.text("productId");
    String customer = cells.text("customerId");
    return new ReviewData(
        cells.text("id", derived("review", product, customer, text)),
        product,
        customer,
        cells.text("author"),
        cells.text("title"),
        text,
        cells.number("rating"),
        cells.text("language"),
        cells.time("time"));
  }

  static FaqData faq(Cells cells) {
    String en = cells.text("questionEn");
    String zh = cells.text("questionZh");
    return new FaqData(
        cells.text("id", derived("faq", en, zh)),
        cells.text("topic"),
        en,
        cells.text("answerEn"),
        zh,
        cells.text("answerZh"));
  }

  /** The same content sent again has the same id, so it is stored once. */
  private static String derived(String kind, String... parts) {
    String all = String.join("\n", java.util.Arrays.stream(parts).map(String::valueOf).toList());
    return kind + "-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  static TransactionData transaction(Cells cells) {
    return new TransactionData(
        cells.text("id"),
        cells.text("orderId"),
        cells.text("customerId"),
        cells.decimal("amount"),
        cells.text("currency", RecordReader.DEFAULT_CURRENCY).toUpperCase(Locale.ROOT),
        cells.text("method"),
        cells.text("cardFingerprint"),
        cells.text("device"),
        cells.text("ip"),
        cells.text("country"),
        status(cells),
        outcome(cells),
        cells.time("time"));
  }

  private static TransactionStatus status(Cells cells) {
    String text = cells.text("status", "captured").toUpperCase(Locale.ROOT);
    for (TransactionStatus status : TransactionStatus.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    cells.error("status", "must be pending, authorised, captured, declined, refunded or voided");
    return null;
  }

  private static TransactionOutcome outcome(Cells cells) {
    String text = cells.text("outcome");
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "fraud", "1", "true", "yes", "是" -> TransactionOutcome.FRAUD;
      case "cleared", "0", "false", "no", "genuine", "否" -> TransactionOutcome.CLEARED;
      case "chargeback" -> TransactionOutcome.CHARGEBACK;
      case "unknown" -> null;
      default -> {
        cells.error("outcome", "must be fraud, cleared, chargeback or empty");
        yield null;
      }
    };
  }
}
