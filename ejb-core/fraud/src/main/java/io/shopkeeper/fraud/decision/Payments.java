package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.fraud.boundary.PaymentQuestion;
import io.shopkeeper.fraud.features.Fingerprint;
import io.shopkeeper.fraud.features.Payment;
import java.math.BigDecimal;

/** Makes payments for features out of what is kept and what is asked. */
public final class Payments {

  private Payments() {}

  /**
   * What is known of a payment beside the catalog.
   *
   * @param declinedAt when it was known to be declined; null if it was not
   * @param refundedAt when it was known to be paid back; null if it was not
   */
  public record Beside(
      String emailKey,
      String addressKey,
      String deliveryCountry,
      Long declinedAt,
      Long refundedAt) {}

  /** What a question tells beside the catalog. */
  public static Beside beside(PaymentQuestion question, TransactionData data) {
    long time = data.time().toEpochMilli();
    return new Beside(
        Fingerprint.ofEmail(question.email()),
        Fingerprint.ofAddress(question.shippingAddress()),
        question.shippingCountry(),
        data.status() == TransactionStatus.DECLINED ? time : null,
        data.status() == TransactionStatus.REFUNDED ? time : null);
  }

  /** Of a payment that was not judged here: what became of it counts as known at once. */
  public static Payment of(TransactionData data) {
    long time = data.time().toEpochMilli();
    return of(
        data,
        new Beside(
            null,
            null,
            null,
            data.status() == TransactionStatus.DECLINED ? time : null,
            data.status() == TransactionStatus.REFUNDED ? time : null));
  }

  /** Of one that was judged here. */
  public static Payment of(TransactionData data, Beside beside) {
    return new Payment(
        data.id(),
        data.time().toEpochMilli(),
        data.customerId(),
        data.cardFingerprint(),
        data.device(),
        beside.emailKey(),
        data.ip(),
        beside.addressKey(),
        cents(data.amount()),
        data.currency(),
        data.country(),
        beside.deliveryCountry(),
        orNever(beside.declinedAt()),
        orNever(beside.refundedAt()));
  }

  /**
   * An amount in hundredths.
   *
   * @throws ArithmeticException if it has parts of a hundredth, which the catalog refuses
   */
  public static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  private static long orNever(Long time) {
    return time == null ? Payment.NEVER : time;
  }
}
