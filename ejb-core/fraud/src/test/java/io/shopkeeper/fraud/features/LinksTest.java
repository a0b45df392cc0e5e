package io.shopkeeper.fraud.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTest {

  private static final long DAY = 86_400_000L;
  private static final long NOW = 1_700_000_000_000L;

  private static Payment payment(
      String id, long time, String customer, String card, String device, String address) {
    return new Payment(
        id,
        time,
        customer,
        card,
        device,
        null,
        null,
        address,
        1_000,
        "EUR",
        "DE",
        "DE",
        Payment.NEVER,
        Payment.NEVER);
  }

  private static Links links(Payment payment, Payment... before) {
    var history = new PaymentHistory();
    for (Payment one : before) {
      history.put(one);
    }
    return new Links(payment, history);
  }

  @Test
  void whoSharesWithWhoSharesIsLinked() {
    Payment now = payment("now", NOW, "a", "card-a", "d-1", "home");
    Links links =
        links(
            now,
            payment("1", NOW - DAY, "b", "card-b", "d-1", "street-1"),
            payment("2", NOW - 2 * DAY, "c", "card-b", "d-2", "street-2"),
            payment("3", NOW - 3 * DAY, "d", "card-d", "d-3", "street-2"),
            payment("4", NOW - 3 * DAY, "stranger", "card-e", "d-4", "street-4"));
    assertThat(links.customers()).as("a, b by device, c by card, d by address").isEqualTo(4);
    assertThat(links.cards()).isEqualTo(3);
  }

  @Test
  void whatIsOlderOrLaterLinksNobody() {
    Payment now = payment("now", NOW, "a", "card-a", "d-1", "home");
    Links links =
        links(
            now,
            payment("1", NOW - 7 * DAY, "b", "card-b", "d-1", "street-1"),
            payment("2", NOW + 1, "c", "card-c", "d-1", "street-2"),
            now);
    assertThat(links.customers()).isEqualTo(1);
    assertThat(links.cards()).isEqualTo(1);
  }

  @Test
  void aParcelStationLinksNobody() {
    Payment now = payment("now", NOW, "a", "card-a", "d-a", "station");
    List<Payment> all = new ArrayList<>();
    for (int i = 0; i <= Links.BUSY; i++) {
      all.add(payment("p" + i, NOW - DAY - i, "c-" + i, "card-" + i, "d-" + i, "station"));
    }
    assertThat(links(now, all(all)).customers()).isEqualTo(1);
    assertThat(links(now, all(all.subList(0, 20))).customers()).isEqualTo(21);
  }

  /** Guests lead from one to the next without end, and are no customers. */
  @Test
  void whatIsFarAwayIsLeft() {
    List<Payment> chain = new ArrayList<>();
    for (int i = 0; i < 2 * Links.FOLLOWED; i++) {
      chain.add(payment("p" + i, NOW - 1 - i, null, "card-" + i, "d-" + (i + 1) / 2, "a-" + i / 2));
    }
    Links links = links(payment("now", NOW, "a", "card-a", "d-0", "home"), all(chain));
    assertThat(links.customers()).isEqualTo(1);
    assertThat(links.cards()).isBetween(20, Links.FOLLOWED);
  }

  @Test
  void aCustomerWhoPaysOftenIsFollowedByTheLatest() {
    List<Payment> often = new ArrayList<>();
    for (int i = 0; i < 3 * Links.BUSY; i++) {
      often.add(payment("p" + i, NOW - 1 - i, "a", "card-" + i, null, null));
    }
    assertThat(links(payment("now", NOW, "a", null, null, null), all(often)).cards())
        .isEqualTo(Links.BUSY);
  }

  private static Payment[] all(List<Payment> payments) {
    return payments.toArray(Payment[]::new);
  }

  @Test
  void aGuestWithNothingKnownIsLinkedToNobody() {
    assertThat(links(payment("now", NOW, null, null, null, null)).customers()).isZero();
  }

  /** The same as joining all that share something until nothing changes. */
  @Test
  void theSameAsByJoiningAllPayments() {
    List<Payment> all = MadePayments.of(400, 5);
    var history = new PaymentHistory();
    for (int i = 0; i < all.size(); i++) {
      Payment now = all.get(i);
      var links = new Links(now, history);
      Set<String> expected = joined(now, all.subList(0, i));
      if (expected.size() < Links.MOST) {
        assertThat(links.customers()).as(now.id()).isEqualTo(expected.size());
      } else {
        assertThat(links.customers()).isEqualTo(Links.MOST);
      }
      history.put(now);
    }
  }

  private static Set<String> joined(Payment now, List<Payment> before) {
    List<Payment> open =
        new ArrayList<>(before.stream().filter(one -> now.time() - one.time() < 7 * DAY).toList());
    Set<String> keys = new HashSet<>(keys(now));
    Set<String> customers = new HashSet<>();
    if (now.customer() != null) {
      customers.add(now.customer());
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Payment one : List.copyOf(open)) {
        if (keys(one).stream().anyMatch(keys::contains)) {
          keys.addAll(keys(one));
          if (one.customer() != null) {
            customers.add(one.customer());
          }
          open.remove(one);
          more = true;
        }
      }
    }
    return customers;
  }

  private static List<String> keys(Payment one) {
    List<String> keys = new ArrayList<>();
    for (KeyKind kind :
        List.of(KeyKind.CUSTOMER, KeyKind.DEVICE, KeyKind.CARD, KeyKind.EMAIL, KeyKind.ADDRESS)) {
      kind.of(one).ifPresent(value -> keys.add(kind + value));
    }
    return keys;
  }
}
