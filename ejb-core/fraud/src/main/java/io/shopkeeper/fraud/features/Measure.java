package io.shopkeeper.fraud.features;

import java.util.List;

/** What is counted of the earlier payments with the same key. */
public enum Measure {
  /** How many. */
  COUNT("count", List.of(Window.values())),
  /** How many of them were declined, as far as that was known at the moment. */
  DECLINED("declined", List.of(Window.HOUR, Window.DAY, Window.WEEK)),
  /** How many of them were paid back, as far as that was known at the moment. */
  REFUNDED("refunded", List.of(Window.MONTH, Window.QUARTER)),
  /** Their sum in the currency of the payment; others are left out. */
  AMOUNT("amount", List.of(Window.HOUR, Window.DAY, Window.MONTH)),
  /** How many cards they and this payment were made with. */
  CARDS("cards", List.of(Window.HOUR, Window.DAY, Window.MONTH)),
  /** How many customers they and this payment are of. */
  CUSTOMERS("customers", List.of(Window.HOUR, Window.DAY, Window.MONTH)),
  /** To how many delivery addresses they and this payment go. */
  ADDRESSES("addresses", List.of(Window.DAY, Window.MONTH));

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // the list refuses changes
  private final List<Window> windows;

  Measure(String code, List<Window> windows) {
    this.code = code;
    this.windows = windows;
  }

  /** As features are named. */
  public String code() {
    return code;
  }

  /** Over which windows it is a feature. */
  public List<Window> windows() {
    return windows;
  }

  /** Whether it says something: of one card there is one card, in a network are strangers. */
  boolean suits(KeyKind kind) {
    return !(this == CARDS && kind == KeyKind.CARD)
        && !(this == CUSTOMERS && kind == KeyKind.CUSTOMER)
        && !(this == ADDRESSES && (kind == KeyKind.ADDRESS || kind == KeyKind.NETWORK));
  }
}
