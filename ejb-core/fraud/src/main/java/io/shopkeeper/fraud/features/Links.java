package io.shopkeeper.fraud.features;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is linked to a payment by devices, cards, e-mail addresses and delivery addresses that were
 * shared within seven days before it: from the payment to all who share something with it, from
 * them to all who share something with them, and so on, the nearest first. What very many payments
 * have in common, such as the address of a parcel station, links nobody. It depends on the payments
 * before this one and on nothing else. For one payment and one thread.
 */
final class Links {

  /** More customers say no more, and a payment is to be judged in time. */
  static final int MOST = 32;

  /** Devices, cards, addresses and customers that are followed; what is further away is left. */
  static final int FOLLOWED = 128;

  /** What was in more payments is shared by strangers. */
  static final int BUSY = 60;

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final List<KeyKind> SHARED =
      List.of(KeyKind.DEVICE, KeyKind.CARD, KeyKind.EMAIL, KeyKind.ADDRESS);

  private final Payment payment;
  private final PaymentHistory history;
  private final Set<String> customers = new HashSet<>();
  private final Set<String> cards = new HashSet<>();
  private final Set<Key> seen = new HashSet<>();
  private final Deque<Key> open = new ArrayDeque<>();

  private record Key(KeyKind kind, String value) {}

  Links(Payment payment, PaymentHistory history) {
    this.payment = payment;
    this.history = history;
    meet(payment);
    for (int i = 0; i < FOLLOWED && !open.isEmpty() && customers.size() < MOST; i++) {
      follow(open.remove());
    }
  }

  private void meet(Payment one) {
    KeyKind.CARD.of(one).ifPresent(cards::add);
    KeyKind.CUSTOMER
        .of(one)
        .ifPresent(
            customer -> {
              if (customers.size() < MOST && customers.add(customer)) {
                look(new Key(KeyKind.CUSTOMER, customer));
              }
            });
    for (KeyKind kind : SHARED) {
      kind.of(one).ifPresent(value -> look(new Key(kind, value)));
    }
  }

  private void look(Key key) {
    if (seen.add(key)) {
      open.add(key);
    }
  }

  /** A customer who pays often is one person all the same: the latest payments count. */
  private void follow(Key key) {
    PaymentHistory.View before = history.before(payment, key.kind(), key.value());
    int begin = before.end();
    while (begin > 0 && isWithin(before.all().get(begin - 1))) {
      if (before.end() - begin == BUSY) {
        if (key.kind() == KeyKind.CUSTOMER) {
          break;
        }
        return;
      }
      begin--;
    }
    for (Payment one : before.all().subList(begin, before.end())) {
      meet(one);
    }
  }

  private boolean isWithin(Payment one) {
    return payment.time() - one.time() < WINDOW.toMillis();
  }

  /** The payer among them; {@link #MOST} at most. */
  int customers() {
    return customers.size();
  }

  /** This payment's among them; as far as those customers were followed. */
  int cards() {
    return cards.size();
  }
}
