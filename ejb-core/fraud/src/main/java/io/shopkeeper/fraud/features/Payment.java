package io.shopkeeper.fraud.features;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * A payment as features need it. Texts are null where the shop does not tell.
 *
 * @param time when it was made, in milliseconds since 1970
 * @param email what tells e-mail addresses apart, not the address
 * @param address what tells delivery addresses apart, not the address
 * @param cents the amount in hundredths of the currency
 * @param country of the payer
 * @param deliveryCountry where it is sent to
 * @param declinedAt when it was known that it was declined; {@link #NEVER} if it was not
 * @param refundedAt when it was known that it was paid back; {@link #NEVER} if it was not
 */
public record Payment(
    String id,
    long time,
    String customer,
    String card,
    String device,
    String email,
    String ip,
    String address,
    long cents,
    String currency,
    String country,
    String deliveryCountry,
    long declinedAt,
    long refundedAt) {

  /** Later than anything. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The order of payments: by time, and by id where that is the same. */
  public static final Comparator<Payment> IN_TIME =
      Comparator.comparingLong(Payment::time).thenComparing(Payment::id);

  /** The hour of the day in UTC with its part, from 0 to below 24. */
  double hour() {
    return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay()
        / 3600.0;
  }
}
