package io.shopkeeper.fraud.boundary.cases;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.cases.LinkWalk;
import io.shopkeeper.fraud.cases.SimilarCases;
import io.shopkeeper.fraud.decision.LabelStore;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.memory.PaymentMemory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What surrounds a case: who else is linked with it, what the customer did, and what was alike. */
@Stateless
public class CaseInsight {

  private static final int MOST = 500;
  private static final int DAYS = 30;
  private static final int LOOKED_AT = 60;
  private static final Set<OrderStatus> UNDONE =
      Set.of(OrderStatus.CANCELLED, OrderStatus.RETURNED);
  private static final Set<TransactionOutcome> BAD =
      Set.of(TransactionOutcome.FRAUD, TransactionOutcome.CHARGEBACK);

  @Inject private PaymentMemory memory;
  @Inject private LabelStore labels;
  @Inject private Transactions transactions;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private SimilarCases similar;

  /** Who is linked with the payments of a case, over the last 180 days. */
  public LinkGraph links(CaseFile file) {
    List<Payment> start =
        file.payments().stream().map(memory::find).flatMap(Optional::stream).toList();
    Set<String> asked = new HashSet<>();
    List<Payment> seen = new ArrayList<>();
    var walk =
        new LinkWalk(
            (kind, value) -> {
              List<Payment> some = memory.latest(kind, value, LOOKED_AT);
              some.stream().filter(payment -> asked.add(payment.id())).forEach(seen::add);
              return some;
            });
    // Twice: which payments there are is known after the first walk, and then which are bad.
    walk.from(start, file.row().currency(), id -> false);
    Set<String> bad = bad(seen.stream().map(Payment::id).toList());
    return walk.from(start, file.row().currency(), bad::contains);
  }

  private Set<String> bad(Collection<String> ids) {
    Set<String> bad = new HashSet<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += MOST) {
      List<String> part = all.subList(from, Math.min(all.size(), from + MOST));
      Map<String, TransactionOutcome> said = labels.current(part);
      Map<String, TransactionData> payments = transactions.findAll(part);
      for (String id : part) {
        TransactionData payment = payments.get(id);
        TransactionOutcome told = payment == null ? null : payment.outcome();
        if (BAD.contains(said.getOrDefault(id, told == null ? TransactionOutcome.CLEARED : told))) {
          bad.add(id);
        }
      }
    }
    return bad;
  }

  /** What the shop knows of a customer; of one that it does not know, what was paid. */
  public CustomerFacts customer(String id) {
    Optional<CustomerData> data = customers.find(id);
    List<OrderData> bought = orders.ofCustomer(id, MOST);
    List<TransactionData> paid = transactions.ofCustomer(id, MOST);
    Set<String> bad = bad(paid.stream().map(TransactionData::id).toList());
    String currency = bought.isEmpty() ? "" : bought.getFirst().currency();
    return new CustomerFacts(
        id,
        data.map(CustomerData::name).orElse(null),
        data.map(CustomerData::region).orElse(null),
        data.map(CustomerData::registeredAt).orElse(null),
        bought.size(),
        (int) bought.stream().filter(order -> order.status() == OrderStatus.RETURNED).count(),
        bought.stream()
            .filter(order -> !UNDONE.contains(order.status()))
            .filter(order -> currency.equals(order.currency()))
            .map(OrderData::total)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        currency,
        bought.stream().map(OrderData::placedAt).min(Instant::compareTo).orElse(null),
        paid.size(),
        count(paid, TransactionStatus.DECLINED),
        count(paid, TransactionStatus.REFUNDED),
        bad.size());
  }

  private static int count(List<TransactionData> payments, TransactionStatus status) {
    return (int) payments.stream().filter(payment -> payment.status() == status).count();
  }

  /**
   * How often the customer, the device, the card and the address of a payment paid, over the 30
   * days up to it; empty where it is not in memory.
   */
  public List<Velocity> velocities(String payment) {
    return memory
        .find(payment)
        .map(
            found ->
                List.of(KeyKind.CUSTOMER, KeyKind.DEVICE, KeyKind.CARD, KeyKind.ADDRESS).stream()
                    .flatMap(kind -> velocity(kind, found).stream())
                    .toList())
        .orElse(List.of());
  }

  private Optional<Velocity> velocity(KeyKind kind, Payment payment) {
    return kind.of(payment).map(value -> velocity(kind, value, payment));
  }

  private Velocity velocity(KeyKind kind, String value, Payment payment) {
    LocalDate last = day(payment.time());
    List<LocalDate> days = new ArrayList<>();
    int[] counts = new int[DAYS];
    double[] sums = new double[DAYS];
    for (int back = DAYS - 1; back >= 0; back--) {
      days.add(last.minusDays(back));
    }
    for (Payment one : memory.latest(kind, value, MOST)) {
      int place = days.indexOf(day(one.time()));
      if (place >= 0) {
        counts[place]++;
        sums[place] += one.currency().equals(payment.currency()) ? one.cents() / 100.0 : 0;
      }
    }
    return new Velocity(
        kind.code(),
        value,
        days,
        Arrays.stream(counts).boxed().toList(),
        Arrays.stream(sums).boxed().toList());
  }

  private static LocalDate day(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
  }

  /** Closed cases that look like one, the most alike first. */
  public List<SimilarCase> similar(CaseFile file, int most) {
    return similar.to(file.row(), most);
  }
}
