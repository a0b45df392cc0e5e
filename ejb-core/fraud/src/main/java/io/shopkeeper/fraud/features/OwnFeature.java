package io.shopkeeper.fraud.features;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToDoubleBiFunction;

/** What a payment itself says, some of it beside what its customer did before. */
public enum OwnFeature {
  /** In its currency. */
  AMOUNT("amount", (payment, usual) -> payment.cents() / 100.0),
  /** How many times what the customer pays on average in 90 days. */
  AMOUNT_TO_USUAL("amount_to_usual", (payment, usual) -> usual.timesUsual()),
  /** Of the day, in UTC. */
  HOUR("hour", (payment, usual) -> Math.floor(payment.hour())),
  /** From 1 for Monday to 7, in UTC. */
  WEEKDAY(
      "weekday",
      (payment, usual) ->
          Instant.ofEpochMilli(payment.time()).atOffset(ZoneOffset.UTC).getDayOfWeek().getValue()),
  /** Hours between the time of day and the one at which the customer pays on average; 0 to 12. */
  HOURS_FROM_USUAL("hours_from_usual", (payment, usual) -> usual.hoursFromUsual()),
  /** 1 where the customer paid in 90 days, and never from this country. */
  NEW_COUNTRY("new_country", (payment, usual) -> usual.newCountry()),
  /** 1 where the customer paid in 90 days, and never with this card. */
  NEW_CARD("new_card", (payment, usual) -> usual.newCard()),
  /** 1 where the customer paid in 90 days, and never from this device. */
  NEW_DEVICE("new_device", (payment, usual) -> usual.newDevice()),
  /** 1 where it goes to another country than the payer's. */
  OTHER_COUNTRY("other_country", (payment, usual) -> otherCountry(payment)),
  /** 1 where nobody is signed in. */
  GUEST("guest", (payment, usual) -> payment.customer() == null ? 1 : 0),
  /** 1 where the customer paid in 90 days, and had nothing sent to this address. */
  NEW_ADDRESS("new_address", (payment, usual) -> usual.newAddress()),
  /** Customers linked by devices, cards, e-mail and delivery addresses shared in 7 days. */
  LINKED_CUSTOMERS("linked_customers", (payment, usual) -> usual.linkedCustomers()),
  /** The cards of those. */
  LINKED_CARDS("linked_cards", (payment, usual) -> usual.linkedCards());

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final ToDoubleBiFunction<Payment, Habits> value;

  OwnFeature(String code, ToDoubleBiFunction<Payment, Habits> value) {
    this.code = code;
    this.value = value;
  }

  /** As it is named. */
  public String code() {
    return code;
  }

  double of(Payment payment, Habits habits) {
    return value.applyAsDouble(payment, habits);
  }

  private static double otherCountry(Payment payment) {
    if (payment.country() == null || payment.deliveryCountry() == null) {
      return Double.NaN;
    }
    return payment.country().equalsIgnoreCase(payment.deliveryCountry()) ? 0 : 1;
  }
}
