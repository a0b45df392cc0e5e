package io.shopkeeper.demo;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment, as the shop would ask about it.
 *
 * @param orderId null where nothing came of it
 * @param customerId null for a guest
 * @param card what tells cards apart; null where it was not paid by card
 * @param status as the import reads it, such as {@code captured}
 * @param outcome {@code fraud}, {@code chargeback} or {@code cleared}; null while nobody knows
 */
record Payment(
    String id,
    String orderId,
    String customerId,
    BigDecimal amount,
    String method,
    Wallet wallet,
    String card,
    String status,
    String outcome,
    Instant time) {

  /**
   * With what and from where somebody pays.
   *
   * @param country two letters
   * @param address where it is sent to, in one text
   */
  record Wallet(
      String device, String ip, String country, String email, String address, String toCountry) {}
}
