package io.shopkeeper.fraud.boundary;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment to judge. Only id, amount and currency must be there; the more is told, the more is
 * known.
 *
 * @param id the shop's; judged once
 * @param customerId null for a guest
 * @param cardFingerprint what tells cards apart, never a card number
 * @param email kept as a fingerprint only
 * @param shippingAddress in one text; kept as a fingerprint only
 * @param shippingCountry written as {@code country} is
 * @param status {@code pending} if not given
 * @param time when it is or was made; now if not given
 */
public record PaymentQuestion(
    String id,
    String orderId,
    String customerId,
    BigDecimal amount,
    String currency,
    String method,
    String cardFingerprint,
    String device,
    String ip,
    String country,
    String email,
    String shippingAddress,
    String shippingCountry,
    TransactionStatus status,
    Instant time) {

  /** As the catalog keeps it. */
  public TransactionData transaction(Instant now) {
    return new TransactionData(
        id,
        orderId,
        customerId,
        amount,
        currency,
        method,
        cardFingerprint,
        device,
        ip,
        country,
        status == null ? TransactionStatus.PENDING : status,
        null,
        time == null ? now : time);
  }
}
