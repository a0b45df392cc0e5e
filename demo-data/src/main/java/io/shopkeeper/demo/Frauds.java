package io.shopkeeper.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What thieves try in half a year: stolen cards tried one after the other, customers' accounts
 * taken over, goods of many stolen cards sent to one address, and customers who keep having their
 * money back. The last of each is some days ago, so that nobody has said anything of it yet.
 */
final class Frauds {

  private static final int[] CARD_TESTS = {170, 141, 103, 76, 48, 23, 11, 2};
  private static final int[] TAKE_OVERS = {
    168, 160, 151, 144, 133, 121, 112, 104, 95, 88, 79, 71, 60, 54, 43, 36, 28, 21, 13, 6, 3, 1
  };
  private static final int[] RINGS = {150, 98, 52, 24, 5};
  private static final int[] REFUNDS = {120, 60, 9};
  private static final List<String> ABROAD = List.of("US", "NG", "BR", "RO", "VN");

  private final Payments payments;
  private final Instant until;
  private final SplittableRandom random;
  private int thieves;

  Frauds(Payments payments, Instant until, SplittableRandom random) {
    this.payments = payments;
    this.until = until;
    this.random = random;
  }

  /**
   * Lets it all happen.
   *
   * @param regulars customers who buy
   * @param sleepers customers who never bought
   */
  void happen(List<Customer> regulars, List<Customer> sleepers) {
    for (int days : CARD_TESTS) {
      testCards(begin(days));
    }
    for (int days : TAKE_OVERS) {
      takeOver(regulars.get(random.nextInt(regulars.size())), begin(days));
    }
    int from = 0;
    for (int days : RINGS) {
      int size = Math.min(6 + random.nextInt(3), sleepers.size() - from);
      ring(sleepers.subList(from, from + Math.max(0, size)), begin(days));
      from += Math.max(0, size);
    }
    for (int days : REFUNDS) {
      keepRefunding(regulars.get(random.nextInt(regulars.size())), begin(days));
    }
  }

  private Instant begin(int daysAgo) {
    return until.minus(Duration.ofDays(daysAgo)).plus(Duration.ofMinutes(random.nextInt(20, 1200)));
  }

  /** Small amounts from one device, a new card each time, most of them declined. */
  private void testCards(Instant begin) {
    Payment.Wallet wallet = thief(ABROAD.get(random.nextInt(ABROAD.size())), null);
    Instant time = begin;
    int cards = 8 + random.nextInt(7);
    for (int card = 0; card < cards; card++) {
      boolean declined = random.nextInt(100) < 70;
      pay(null, amount(1, 6), wallet, stolen(card), declined, time);
      time = time.plusSeconds(random.nextInt(15, 70));
    }
    pay(null, amount(180, 420), wallet, stolen(cards), false, time.plusSeconds(200));
  }

  /** A customer's account from another country, with much more than usual, sent elsewhere. */
  private void takeOver(Customer victim, Instant begin) {
    Payment.Wallet wallet = thief(ABROAD.get(random.nextInt(ABROAD.size())), victim.email());
    Instant time = begin;
    String card = random.nextInt(100) < 40 ? payments.card(victim, 1) : stolen(0);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      pay(victim.id(), amount(280, 950), wallet, card, i == 2, time);
      time = time.plusSeconds(random.nextInt(60, 900));
    }
  }

  /** Accounts that never bought, each with a stolen card, all to one address. */
  private void ring(List<Customer> accounts, Instant begin) {
    String country = ABROAD.get(random.nextInt(ABROAD.size()));
    Payment.Wallet first = thief(country, null);
    Instant time = begin;
    for (int i = 0; i < accounts.size(); i++) {
      // Every third uses the device of the one before.
      Payment.Wallet own = i % 3 == 2 ? first : thief(country, null);
      Payment.Wallet wallet =
          new Payment.Wallet(
              own.device(),
              own.ip(),
              accounts.get(i).region().substring(0, 2),
              accounts.get(i).email(),
              first.address(),
              first.toCountry());
      pay(accounts.get(i).id(), amount(140, 520), wallet, stolen(i), false, time);
      time = time.plus(Duration.ofMinutes(random.nextInt(50, 700)));
    }
  }

  /** One customer, seven purchases within weeks, all paid back: no stolen card, but a loss. */
  private void keepRefunding(Customer customer, Instant last) {
    for (int i = 6; i >= 0; i--) {
      payments.add(
          null,
          customer.id(),
          amount(60, 190),
          "card",
          payments.wallet(customer),
          payments.card(customer, 1),
          "refunded",
          null,
          last.minus(Duration.ofDays(4L * i)));
    }
  }

  private Payment.Wallet thief(String country, String email) {
    thieves++;
    return new Payment.Wallet(
        "demo-device-x%03d".formatted(thieves),
        Payments.ip(200 + thieves % 50, 1 + thieves % 200),
        country,
        email == null ? "x%03d@mail.example".formatted(thieves) : email,
        "Unit %d, 1 Forwarding Road, %s".formatted(thieves, country),
        country);
  }

  private String stolen(int card) {
    return "demo-card-x%03d-%d".formatted(thieves, card);
  }

  private BigDecimal amount(int least, int most) {
    return BigDecimal.valueOf(random.nextDouble(least, most)).setScale(2, RoundingMode.HALF_UP);
  }

  private void pay(
      String customer,
      BigDecimal amount,
      Payment.Wallet wallet,
      String card,
      boolean declined,
      Instant time) {
    String outcome =
        !payments.old(time) ? null : declined || random.nextInt(3) > 0 ? "fraud" : "chargeback";
    payments.add(
        null,
        customer,
        amount,
        "card",
        wallet,
        card,
        declined ? "declined" : "captured",
        outcome,
        time);
  }
}
