package io.shopkeeper.integration.server;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * An hour of a shop under attack, and the weeks before it; the same for one seed and one begin.
 * Most customers pay now and then with their card from their device, some at one address as
 * families do, a few from a new device, on a journey, or more than usual. Between them are five
 * attacks, each with the rule that is to know it.
 */
public final class AttackedHour {

  /** What attacks. */
  public enum Attack {
    CARD_TESTING("card-testing-device"),
    ACCOUNT_TAKEOVER("spending-elsewhere"),
    TRIANGULATION("triangulation"),
    REFUND_ABUSE("refunds"),
    COLLUSIVE_RING("ring");

    private final String rule;

    Attack(String rule) {
      this.rule = rule;
    }

    /** The rule that knows it. */
    public String rule() {
      return rule;
    }
  }

  /**
   * A payment as it is asked about.
   *
   * @param attack null for a good one
   */
  public record Line(String id, Instant time, Attack attack, String json) {}

  private static final int BEFORE_EACH = 2;
  private static final int DAYS_BEFORE = 60;
  private static final double FAMILY = 0.15;
  private static final double NEW_DEVICE = 0.02;
  private static final double JOURNEY = 0.005;
  private static final double LARGE = 0.01;

  private final SplittableRandom random;
  private final Instant begin;
  private final String prefix;
  private final List<Customer> customers = new ArrayList<>();
  private final List<Line> before = new ArrayList<>();
  private final List<Line> hour = new ArrayList<>();
  private int next;

  /** What a customer is known by. */
  private record Customer(
      String id,
      String card,
      String device,
      String ip,
      String address,
      String country,
      int usual) {}

  /**
   * Makes it.
   *
   * @param prefix of all ids
   * @param begin of the hour
   * @param customers how many there are
   * @param payments good ones of the hour
   */
  public static AttackedHour of(
      String prefix, long seed, Instant begin, int customers, int payments) {
    var made = new AttackedHour(prefix, seed, begin);
    made.make(customers, payments);
    return made;
  }

  private AttackedHour(String prefix, long seed, Instant begin) {
    this.prefix = prefix;
    this.random = new SplittableRandom(seed);
    this.begin = begin;
  }

  private void make(int people, int payments) {
    for (int i = 0; i < people; i++) {
      customers.add(customer(i));
    }
    past();
    for (int i = 0; i < payments; i++) {
      good(begin.plusMillis(Duration.ofHours(1).toMillis() * i / payments));
    }
    cardTesting();
    takeOver();
    triangulation();
    refunds();
    ring();
    before.sort(Comparator.comparing(Line::time).thenComparing(Line::id));
    hour.sort(Comparator.comparing(Line::time).thenComparing(Line::id));
  }

  /** What was paid in the sixty days before, in the order of time. */
  public List<Line> before() {
    return List.copyOf(before);
  }

  /** What is paid in the hour, in the order of time. */
  public List<Line> hour() {
    return List.copyOf(hour);
  }

  private Customer customer(int number) {
    boolean family = number > 0 && random.nextDouble() < FAMILY;
    Customer other = family ? customers.get(number - 1) : null;
    return new Customer(
        prefix + "-c-" + number,
        prefix + "-card-" + number,
        family && random.nextBoolean() ? other.device() : prefix + "-d-" + number,
        family
            ? other.ip()
            : "100.%d.%d.%d".formatted(64 + number / 62_500, number / 250 % 250, 1 + number % 250),
        family ? other.address() : number + " Long Street, Leeds",
        random.nextInt(10) == 0 ? "IE" : "GB",
        15 + random.nextInt(120));
  }

  private void past() {
    for (Customer who : customers) {
      int payments = random.nextInt(2 * BEFORE_EACH + 1);
      for (int i = 0; i < payments; i++) {
        long minutes = 120 + random.nextLong(DAYS_BEFORE * 24L * 60 - 120);
        Map<String, Object> payment = of(who, amount(who.usual()));
        if (random.nextInt(40) == 0) {
          payment.put("status", "REFUNDED");
        }
        add(before, begin.minus(Duration.ofMinutes(minutes)), null, payment);
      }
    }
  }

  private void good(Instant time) {
    Customer who = customers.get(random.nextInt(customers.size()));
    int usual = who.usual();
    if (random.nextDouble() < LARGE) {
      usual *= 5;
    }
    Map<String, Object> payment = of(who, amount(usual));
    if (random.nextDouble() < NEW_DEVICE) {
      payment.put("device", prefix + "-new-" + next);
    }
    if (random.nextDouble() < JOURNEY) {
      payment.put("country", "ES");
      payment.put("ip", "203.0.%d.%d".formatted(random.nextInt(250), 1 + random.nextInt(250)));
    }
    if (random.nextInt(50) == 0) {
      payment.put("status", "DECLINED");
    }
    add(hour, time, null, payment);
  }

  /** Forty stolen cards, tried one after the other from one device; most are declined. */
  private void cardTesting() {
    for (int i = 0; i < 40; i++) {
      Map<String, Object> payment = stranger(1);
      payment.put("cardFingerprint", prefix + "-stolen-" + i);
      payment.put("device", prefix + "-tester");
      payment.put("ip", "192.0.2.10");
      payment.put("email", "tester" + i + "@mail.example");
      payment.put("status", i % 4 == 0 ? "AUTHORISED" : "DECLINED");
      add(hour, after(8, 6 * i), Attack.CARD_TESTING, payment);
    }
  }

  /** A thief in the account of a customer: from elsewhere, to elsewhere, for ever more. */
  private void takeOver() {
    Customer victim = customers.get(7);
    for (int i = 1; i <= 4; i++) {
      add(before, begin.minus(Duration.ofDays(9L * i)), null, of(victim, amount(victim.usual())));
    }
    for (int i = 0; i < 5; i++) {
      Map<String, Object> payment = of(victim, BigDecimal.valueOf(victim.usual() * (3L + 2L * i)));
      payment.put("device", prefix + "-thief");
      payment.put("ip", "198.18.7.7");
      payment.put("country", "RO");
      payment.put("shippingAddress", "1 Drop Point, Hull");
      add(hour, after(20, 90 * i), Attack.ACCOUNT_TAKEOVER, payment);
    }
  }

  /** A shop that is none takes orders elsewhere and has them sent from here, with stolen cards. */
  private void triangulation() {
    for (int i = 0; i < 8; i++) {
      Map<String, Object> payment = stranger(80 + 10 * i);
      payment.put("customerId", prefix + "-reseller");
      payment.put("cardFingerprint", prefix + "-other-" + i);
      payment.put("device", prefix + "-reseller-d");
      payment.put("ip", "192.0.2.99");
      payment.put("email", "reseller@mail.example");
      payment.put("shippingAddress", (100 + i) + " Honest Road, York");
      add(hour, after(2, 400 * i), Attack.TRIANGULATION, payment);
    }
  }

  /** A customer who has nearly everything paid back, and orders again. */
  private void refunds() {
    Customer who = customers.get(11);
    for (int i = 1; i <= 6; i++) {
      Map<String, Object> payment = of(who, amount(who.usual()));
      payment.put("status", "REFUNDED");
      add(before, begin.minus(Duration.ofDays(5L * i)), null, payment);
    }
    for (int i = 0; i < 3; i++) {
      add(hour, after(30, 300 * i), Attack.REFUND_ABUSE, of(who, amount(who.usual())));
    }
  }

  /** Twelve accounts, of which each shares a device with one and an address with another. */
  private void ring() {
    int members = 12;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < members; i++) {
        Map<String, Object> payment = stranger(60 + random.nextInt(60));
        payment.put("customerId", prefix + "-ring-" + i);
        payment.put("cardFingerprint", prefix + "-ring-card-" + i);
        payment.put("device", prefix + "-ring-d-" + i / 2);
        payment.put("ip", "100.127.%d.9".formatted(i));
        payment.put("email", "ring" + i + "@mail.example");
        payment.put("shippingAddress", (i + 1) / 2 % (members / 2) + " Ring Lane, Bath");
        add(hour, after(15 + 15 * round, 40 * i), Attack.COLLUSIVE_RING, payment);
      }
    }
  }

  private Map<String, Object> stranger(int amount) {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("amount", new BigDecimal(amount + ".00"));
    payment.put("country", "GB");
    payment.put("shippingCountry", "GB");
    return payment;
  }

  private static Map<String, Object> of(Customer who, BigDecimal amount) {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("customerId", who.id());
    payment.put("amount", amount);
    payment.put("cardFingerprint", who.card());
    payment.put("device", who.device());
    payment.put("ip", who.ip());
    payment.put("country", who.country());
    payment.put("shippingCountry", who.country());
    payment.put("email", who.id() + "@shop.example");
    payment.put("shippingAddress", who.address());
    return payment;
  }

  private BigDecimal amount(int usual) {
    return BigDecimal.valueOf(50L * usual + random.nextLong(100L * usual), 2);
  }

  private Instant after(int minutes, int seconds) {
    return begin.plus(Duration.ofMinutes(minutes)).plusSeconds(seconds).plusMillis(next % 1000);
  }

  private void add(List<Line> to, Instant time, Attack attack, Map<String, Object> payment) {
    String id = "%s-%06d".formatted(prefix, next++);
    payment.put("id", id);
    payment.put("currency", "GBP");
    payment.put("time", time.toString());
    to.add(new Line(id, time, attack, json(payment)));
  }

  private static String json(Map<String, Object> payment) {
    return payment.entrySet().stream()
        .map(
            field ->
                field.getValue() instanceof BigDecimal number
                    ? "\"%s\":%s".formatted(field.getKey(), number.toPlainString())
                    : "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
