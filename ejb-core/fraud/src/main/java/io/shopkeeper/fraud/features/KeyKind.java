package io.shopkeeper.fraud.features;

import java.util.Optional;
import java.util.function.Function;

/** By what payments are brought together. */
public enum KeyKind {
  CUSTOMER("customer", Payment::customer),
  CARD("card", Payment::card),
  DEVICE("device", Payment::device),
  EMAIL("email", Payment::email),
  IP("ip", Payment::ip),
  /** The /24 of an IPv4 address, the /48 of an IPv6 address. */
  NETWORK("network", payment -> IpNetwork.range(payment.ip()).orElse(null)),
  ADDRESS("address", Payment::address);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Function<Payment, String> value;

  KeyKind(String code, Function<Payment, String> value) {
    this.code = code;
    this.value = value;
  }

  /** As features are named. */
  public String code() {
    return code;
  }

  /** Which one a payment has; empty where it is not known. */
  public Optional<String> of(Payment payment) {
    return Optional.ofNullable(value.apply(payment)).filter(text -> !text.isBlank());
  }
}
