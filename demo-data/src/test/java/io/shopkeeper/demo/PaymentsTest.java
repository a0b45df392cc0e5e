package io.shopkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentsTest {

  private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");

  private final List<Customer> customers = Customers.make(600, UNTIL, new SplittableRandom(8));
  private final List<Order> orders = orders();

  private List<Order> orders() {
    var history =
        new History(new Assortment(new SplittableRandom(7)), UNTIL, new SplittableRandom(3));
    history.live(customers, 100);
    return history.orders();
  }

  private List<Payment> pay(long seed) {
    var payments = new Payments(customers, UNTIL, new SplittableRandom(seed));
    payments.pay(orders);
    return payments.all();
  }

  @Test
  void theSameSeedGivesTheSamePayments() {
    assertThat(pay(5)).isEqualTo(pay(5)).isNotEqualTo(pay(6));
  }

  @Test
  void everyOrderIsPaidForOnceAndThePaymentsAreInTheOrderOfTime() {
    List<Payment> payments = pay(5);
    assertThat(payments.stream().map(Payment::orderId).filter(Objects::nonNull))
        .containsExactlyInAnyOrderElementsOf(orders.stream().map(Order::id).toList());
    assertThat(payments.stream().map(Payment::id)).doesNotHaveDuplicates();
    assertThat(payments).extracting(Payment::time).isSorted();
    assertThat(payments).allMatch(one -> one.time().isBefore(UNTIL) && one.amount().signum() > 0);
    Set<String> known = customers.stream().map(Customer::id).collect(Collectors.toSet());
    assertThat(payments)
        .allMatch(one -> one.customerId() == null || known.contains(one.customerId()));
  }

  /** Few, and nobody has complained of the last days. */
  @Test
  void fraudIsRareAndKnownLate() {
    List<Payment> payments = pay(5);
    long bad =
        payments.stream().filter(one -> Set.of("fraud", "chargeback").contains(said(one))).count();
    assertThat(bad / (double) payments.size()).isBetween(0.02, 0.08);
    Instant late = UNTIL.minus(Duration.ofDays(Payments.UNKNOWN_DAYS));
    assertThat(payments).noneMatch(one -> one.outcome() != null && !one.time().isBefore(late));
  }

  @Test
  void guestsAreNotOnlyThieves() {
    List<Payment> good =
        pay(5).stream().filter(one -> !one.wallet().device().startsWith("demo-device-x")).toList();
    double guests = good.stream().filter(one -> one.customerId() == null).count();
    assertThat(guests / good.size()).isBetween(0.08, 0.16);
  }

  private static String said(Payment payment) {
    return payment.outcome() == null ? "" : payment.outcome();
  }

  /** In the last weeks: cards tried from one device, and one address of many customers. */
  @Test
  void theLastWeeksHaveSomethingToFind() {
    Instant weeks = UNTIL.minus(Duration.ofDays(14));
    List<Payment> late = pay(5).stream().filter(one -> one.time().isAfter(weeks)).toList();
    Map<String, Long> cards =
        late.stream()
            .filter(one -> one.card() != null)
            .collect(
                Collectors.groupingBy(
                    one -> one.wallet().device(),
                    Collectors.mapping(
                        Payment::card,
                        Collectors.collectingAndThen(
                            Collectors.toSet(), set -> (long) set.size()))));
    assertThat(cards.values().stream().filter(count -> count >= 8)).hasSizeGreaterThanOrEqualTo(2);
    Map<String, Long> accounts =
        late.stream()
            .filter(one -> one.customerId() != null)
            .collect(
                Collectors.groupingBy(
                    one -> one.wallet().address(),
                    Collectors.mapping(
                        Payment::customerId,
                        Collectors.collectingAndThen(
                            Collectors.toSet(), set -> (long) set.size()))));
    assertThat(accounts.values()).anyMatch(count -> count >= 5);
  }
}
