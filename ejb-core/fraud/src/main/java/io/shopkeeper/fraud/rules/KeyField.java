package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.Payment;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What of a payment is a text: rules compare it and look it up in lists. */
public enum KeyField {
  CUSTOMER("customer", ListKind.CUSTOMER, Payment::customer),
  CARD("card", ListKind.CARD, Payment::card),
  DEVICE("device", ListKind.DEVICE, Payment::device),
  /** A fingerprint of the address; the address itself is known only while it is judged. */
  EMAIL("email", ListKind.EMAIL, Payment::email),
  IP("ip", ListKind.IP, Payment::ip),
  /** A fingerprint, as of e-mail addresses. */
  ADDRESS("address", ListKind.ADDRESS, Payment::address),
  COUNTRY("country", ListKind.COUNTRY, Payment::country),
  DELIVERY_COUNTRY("delivery_country", ListKind.COUNTRY, Payment::deliveryCountry),
  CURRENCY("currency", ListKind.CURRENCY, Payment::currency);

  private final String code;
  private final ListKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Function<Payment, String> value;

  KeyField(String code, ListKind kind, Function<Payment, String> value) {
    this.code = code;
    this.kind = kind;
    this.value = value;
  }

  /** As it is written in rules. */
  public String code() {
    return code;
  }

  /** In lists of which kind it is looked up. */
  public ListKind kind() {
    return kind;
  }

  /** Which one a payment has; empty where it is not known. */
  public Optional<String> of(Payment payment) {
    return Optional.ofNullable(value.apply(payment)).filter(text -> !text.isBlank());
  }

  /** The one of a name. */
  public static Optional<KeyField> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
