package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.LoginQuestion;
import io.shopkeeper.fraud.boundary.attempt.SignupQuestion;
import io.shopkeeper.fraud.entity.StoredAttempt;
import io.shopkeeper.fraud.features.Fingerprint;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes attempts of questions, and rows of attempts. */
final class Attempts {

  private Attempts() {}

  static Attempt of(LoginQuestion question, Instant now) {
    String emailKey = Fingerprint.ofEmail(question.email());
    String customer = blank(question.customerId());
    String ip = stripped(question.ip());
    return new Attempt(
        AttemptKind.LOGIN,
        question.id(),
        time(question.time(), now),
        customer == null ? "e:" + emailKey : "c:" + Fingerprint.of("customer", customer),
        customer,
        emailKey,
        null,
        null,
        null,
        null,
        blank(question.device()),
        ip,
        network(ip),
        country(question.country()),
        question.latitude(),
        question.longitude(),
        question.succeeded(),
        null);
  }

  static Attempt of(SignupQuestion question, Instant now) {
    EmailLooks looks = EmailLooks.of(question.email());
    String ip = stripped(question.ip());
    String emailKey = Fingerprint.ofEmail(question.email());
    return new Attempt(
        AttemptKind.SIGNUP,
        question.id(),
        time(question.time(), now),
        "e:" + emailKey,
        blank(question.customerId()),
        emailKey,
        Fingerprint.of("inbox", looks.inbox()),
        Fingerprint.of("shape", looks.shape()),
        question.name() == null
            ? null
            : Fingerprint.of("name", question.name().replaceAll("[^\\p{L}]+", "")),
        Fingerprint.ofAddress(question.address()),
        blank(question.device()),
        ip,
        network(ip),
        country(question.country()),
        null,
        null,
        null,
        null);
  }

  /** The keys of an attempt in the form in which lists look them up. */
  static Payment keys(Attempt attempt) {
    return new Payment(
        attempt.id(),
        attempt.time(),
        attempt.customer(),
        null,
        attempt.device(),
        attempt.emailKey(),
        attempt.ip(),
        attempt.addressKey(),
        0,
        null,
        attempt.country(),
        null,
        Payment.NEVER,
        Payment.NEVER);
  }

  static StoredAttempt row(Attempt attempt) {
    var row =
        new StoredAttempt(
            attempt.kind(), attempt.id(), attempt.time(), attempt.account(), attempt.customer());
    row.known(
        attempt.emailKey(),
        attempt.inboxKey(),
        attempt.emailShape(),
        attempt.nameKey(),
        attempt.addressKey());
    row.from(attempt.device(), attempt.ip(), attempt.network(), attempt.country());
    row.at(attempt.latitude(), attempt.longitude(), attempt.succeeded());
    return row;
  }

  private static long time(Instant time, Instant now) {
    return (time == null ? now : time).toEpochMilli();
  }

  private static String network(String ip) {
    return ip == null
        ? null
        : KeyKind.NETWORK
            .of(new Payment("", 0, null, null, null, null, ip, null, 0, null, null, null, 0, 0))
            .orElse(null);
  }

  private static String country(String country) {
    return Optional.ofNullable(stripped(country))
        .map(text -> text.toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
