package io.shopkeeper.fraud.features;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The measures of one key over all windows, by one pass from the payment back. Of a key with very
 * many payments the latest 5,000 count.
 */
final class KeyFigures {

  /** More are not looked at, so that a payment is judged in time. */
  static final int MOST = 5_000;

  private static final Window[] WINDOWS = Window.values();
  private static final double DAY = 86_400_000.0;

  private final Map<Window, Map<Measure, Double>> values = new EnumMap<>(Window.class);
  private double knownDays;

  private final Payment payment;
  private final Set<String> cards = new HashSet<>();
  private final Set<String> customers = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();
  private final boolean sent;
  private int count;
  private int declined;
  private int refunded;
  private long cents;

  KeyFigures(Payment payment, KeyKind kind, PaymentHistory.View before) {
    this.payment = payment;
    this.sent = Measure.ADDRESSES.suits(kind);
    cards.add(payment.card());
    customers.add(payment.customer());
    addresses.add(payment.address());
    int begin = begin(payment, before);
    int window = 0;
    for (int i = before.end() - 1; i >= begin; i--) {
      Payment one = before.all().get(i);
      while (!isWithin(one, payment, WINDOWS[window])) {
        close(window++);
      }
      count(one);
      knownDays = (payment.time() - one.time()) / DAY;
    }
    while (window < WINDOWS.length) {
      close(window++);
    }
  }

  /** The first that is within the longest window, and among the latest. */
  static int begin(Payment payment, PaymentHistory.View before) {
    int low = Math.max(0, before.end() - MOST);
    int high = before.end();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isWithin(before.all().get(middle), payment, Window.LONGEST)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static boolean isWithin(Payment one, Payment now, Window window) {
    return now.time() - one.time() < window.length().toMillis();
  }

  private void count(Payment one) {
    count++;
    cards.add(one.card());
    customers.add(one.customer());
    if (sent) {
      addresses.add(one.address());
    }
    if (one.declinedAt() <= payment.time()) {
      declined++;
    }
    if (one.refundedAt() <= payment.time()) {
      refunded++;
    }
    if (payment.currency().equals(one.currency())) {
      cents += one.cents();
    }
  }

  private void close(int window) {
    Map<Measure, Double> all = new EnumMap<>(Measure.class);
    all.put(Measure.COUNT, (double) count);
    all.put(Measure.DECLINED, (double) declined);
    all.put(Measure.REFUNDED, (double) refunded);
    all.put(Measure.AMOUNT, cents / 100.0);
    all.put(Measure.CARDS, (double) known(cards));
    all.put(Measure.CUSTOMERS, (double) known(customers));
    all.put(Measure.ADDRESSES, (double) known(addresses));
    values.put(WINDOWS[window], all);
  }

  /** A payment without a card is not made with one more card. */
  private static int known(Set<String> seen) {
    return seen.contains(null) ? seen.size() - 1 : seen.size();
  }

  double of(Measure measure, Window window) {
    return values.get(window).get(measure);
  }

  /** How long ago it was first seen in the longest window; 0 for never before. */
  double knownDays() {
    return knownDays;
  }
}
