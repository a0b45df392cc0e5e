package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment.
 *
 * @param orderId null where it belongs to none
 * @param customerId null for a guest
 * @param method such as {@code card}; may be null
 * @param cardFingerprint what tells cards apart, never a card number; may be null
 * @param device may be null
 * @param ip may be null
 * @param country of the payer, as the shop writes it; may be null
 * @param outcome null while nobody knows
 */
public record TransactionData(
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
    TransactionStatus status,
    TransactionOutcome outcome,
    Instant time) {}
