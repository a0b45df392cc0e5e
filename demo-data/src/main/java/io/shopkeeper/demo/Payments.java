package io.shopkeeper.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What was paid for the shop's orders: mostly with the card and from the device that the customer
 * always has; now and then a card is declined first, somebody pays while travelling, or does not
 * sign in: else only thieves would be guests. Among them is what {@link Frauds} makes up.
 */
final class Payments {

  /** What happened within so many days nobody has complained of yet. */
  static final int UNKNOWN_DAYS = 20;

  private static final double DECLINED_FIRST = 0.04;
  private static final double NEW_DEVICE = 0.04;
  private static final double TRAVELS = 0.012;
  private static final double BY_CARD = 0.82;
  private static final double TWO_CARDS = 0.25;
  private static final double WITHOUT_SIGNING_IN = 0.12;

  private final Instant until;
  private final SplittableRandom random;
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Payment> all = new ArrayList<>();

  Payments(List<Customer> people, Instant until, SplittableRandom random) {
    this.until = until;
    this.random = random;
    for (Customer customer : people) {
      numbers.put(customer.id(), numbers.size() + 1);
      customers.put(customer.id(), customer);
    }
  }

  /** Pays for all orders, and lets thieves try. */
  void pay(List<Order> orders) {
    orders.forEach(this::pay);
    Set<String> bought = new HashSet<>();
    orders.forEach(order -> bought.add(order.customerId()));
    List<Customer> regulars =
        customers.values().stream()
            .filter(customer -> bought.contains(customer.id()))
            .sorted(Comparator.comparing(Customer::id))
            .toList();
    List<Customer> sleepers =
        customers.values().stream()
            .filter(customer -> !bought.contains(customer.id()))
            .sorted(Comparator.comparing(Customer::id))
            .toList();
    new Frauds(this, until, random.split()).happen(regulars, sleepers);
    all.sort(Comparator.comparing(Payment::time).thenComparing(Payment::id));
  }

  private void pay(Order order) {
    Customer customer = customers.get(order.customerId());
    boolean card = random.nextDouble() < BY_CARD;
    int which = random.nextDouble() < TWO_CARDS ? 2 : 1;
    String fingerprint = card ? card(customer, which) : null;
    String method = card ? "card" : customer.region().startsWith("CN") ? "alipay" : "paypal";
    Payment.Wallet wallet = wallet(customer);
    double chance = random.nextDouble();
    if (chance < TRAVELS) {
      wallet = abroad(customer, wallet);
    } else if (chance < TRAVELS + NEW_DEVICE) {
      wallet =
          new Payment.Wallet(
              "demo-device-%04d-%d".formatted(number(customer), 2 + random.nextInt(3)),
              wallet.ip(),
              wallet.country(),
              wallet.email(),
              wallet.address(),
              wallet.toCountry());
    }
    String payer = random.nextDouble() < WITHOUT_SIGNING_IN ? null : customer.id();
    BigDecimal amount =
        order.lines().stream()
            .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (card && random.nextDouble() < DECLINED_FIRST) {
      Instant before = order.placedAt().minus(Duration.ofSeconds(random.nextInt(40, 200)));
      add(null, payer, amount, method, wallet, fingerprint, "declined", null, before);
    }
    add(
        order.id(),
        payer,
        amount,
        method,
        wallet,
        fingerprint,
        status(order),
        chance < TRAVELS && old(order.placedAt()) ? "cleared" : null,
        order.placedAt());
  }

  private static String status(Order order) {
    return switch (order.status()) {
      case "placed" -> "authorised";
      case "cancelled" -> "voided";
      case "returned" -> "refunded";
      default -> "captured";
    };
  }

  private Payment.Wallet abroad(Customer customer, Payment.Wallet home) {
    return new Payment.Wallet(
        "demo-device-%04d-9".formatted(number(customer)),
        ip(150 + random.nextInt(40), random.nextInt(1, 250)),
        home.country().equals("IT") ? "GR" : "IT",
        home.email(),
        home.address(),
        home.toCountry());
  }

  /** With what a customer pays on most days. */
  Payment.Wallet wallet(Customer customer) {
    int number = number(customer);
    String country = customer.region().substring(0, 2);
    return new Payment.Wallet(
        "demo-device-%04d-1".formatted(number),
        ip(number % 100, number / 100 + 1),
        country,
        customer.email(),
        "%s, %d Demo Street, %s".formatted(customer.name(), number, customer.region()),
        country);
  }

  /** One of a customer's own cards. */
  String card(Customer customer, int which) {
    return "demo-card-%04d-%d".formatted(number(customer), which);
  }

  private int number(Customer customer) {
    return numbers.get(customer.id());
  }

  /** A private address: nobody's outside of the demo shop. */
  static String ip(int network, int host) {
    return "10.%d.%d.%d".formatted(network, (network * 7 + host) % 250, host);
  }

  /** Whether it is so long ago that it is known what became of a payment. */
  boolean old(Instant time) {
    return time.isBefore(until.minus(Duration.ofDays(UNKNOWN_DAYS)));
  }

  /** Takes one in, unless it lies ahead; payments are numbered in the order in which they come. */
  void add(
      String order,
      String customer,
      BigDecimal amount,
      String method,
      Payment.Wallet wallet,
      String card,
      String status,
      String outcome,
      Instant time) {
    if (time.isBefore(until)) {
      String id = String.format(Locale.ROOT, "P%06d", 200_000 + all.size());
      all.add(
          new Payment(id, order, customer, amount, method, wallet, card, status, outcome, time));
    }
  }

  /** In the order of time. */
  List<Payment> all() {
    return all;
  }
}
