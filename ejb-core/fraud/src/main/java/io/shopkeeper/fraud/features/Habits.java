package io.shopkeeper.fraud.features;

import java.util.function.Function;

/**
 * What a customer did in the 90 days before a payment, beside that payment; and with whom the
 * customer shares what.
 */
final class Habits {

  private static final double TURN = 2 * Math.PI / 24;

  private final Payment payment;
  private final PaymentHistory.View before;
  private final Links links;
  private final int begin;

  /**
   * Of a payment.
   *
   * @param links null where nobody could look
   */
  Habits(Payment payment, PaymentHistory.View before, Links links) {
    this.payment = payment;
    this.before = before;
    this.links = links;
    this.begin = KeyFigures.begin(payment, before);
  }

  private boolean isNew() {
    return begin == before.end();
  }

  /** NaN where nothing was paid in this currency. */
  double timesUsual() {
    long sum = 0;
    int count = 0;
    for (int i = begin; i < before.end(); i++) {
      Payment one = before.all().get(i);
      if (payment.currency().equals(one.currency())) {
        sum += one.cents();
        count++;
      }
    }
    return sum == 0 ? Double.NaN : (double) payment.cents() * count / sum;
  }

  /** NaN where nothing was paid; the mean is that of directions on a clock of 24 hours. */
  double hoursFromUsual() {
    if (isNew()) {
      return Double.NaN;
    }
    double x = 0;
    double y = 0;
    for (int i = begin; i < before.end(); i++) {
      double angle = before.all().get(i).hour() * TURN;
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
    double apart = Math.abs(payment.hour() - Math.atan2(y, x) / TURN) % 24;
    return Math.min(apart, 24 - apart);
  }

  double newCountry() {
    return isOther(Payment::country);
  }

  double newCard() {
    return isOther(Payment::card);
  }

  double newDevice() {
    return isOther(Payment::device);
  }

  double newAddress() {
    return isOther(Payment::address);
  }

  double linkedCustomers() {
    return links == null ? Double.NaN : links.customers();
  }

  double linkedCards() {
    return links == null ? Double.NaN : links.cards();
  }

  private double isOther(Function<Payment, String> what) {
    String now = what.apply(payment);
    if (now == null || isNew()) {
      return Double.NaN;
    }
    for (int i = begin; i < before.end(); i++) {
      if (now.equals(what.apply(before.all().get(i)))) {
        return 0;
      }
    }
    return 1;
  }
}
