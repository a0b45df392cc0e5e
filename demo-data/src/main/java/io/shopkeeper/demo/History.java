package io.shopkeeper.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Half a year of the shop: every session of every customer, and of visitors nobody knows. */
final class History {

  private static final int DAYS = 180;
  private static final double BUYS_PARTNER = 0.38;
  private static final double RATES = 0.35;

  private final Assortment assortment;
  private final Instant until;
  private final SplittableRandom random;
  private final List<Event> events = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Rating> ratings = new ArrayList<>();
  private int sessions;

  History(Assortment assortment, Instant until, SplittableRandom random) {
    this.assortment = assortment;
    this.until = until;
    this.random = random;
  }

  void live(List<Customer> customers, int strangers) {
    for (Customer customer : customers) {
      long count = Math.round(customer.sessionsPerMonth() * DAYS / 30.0);
      for (long session = 0; session < count; session++) {
        visit(customer, null);
      }
    }
    for (int stranger = 1; stranger <= strangers; stranger++) {
      Customer alike = customers.get(random.nextInt(customers.size()));
      visit(alike, String.format(Locale.ROOT, "v-%05d", stranger));
    }
    events.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
    orders.sort(Comparator.comparing(Order::placedAt).thenComparing(Order::id));
    ratings.sort(Comparator.comparing(Rating::time).thenComparing(Rating::customerId));
  }

  /** One session; of a stranger with this customer's taste, where a visitor is given. */
  private void visit(Customer customer, String visitorId) {
    String session = String.format(Locale.ROOT, "s-%06d", ++sessions);
    Instant start = until.minus(Duration.ofSeconds(random.nextLong(60, DAYS * 86_400L)));
    var walk = new Walk(customer, visitorId, session, start, random.nextInt(100) < 60);
    Set<Product> cart = new LinkedHashSet<>();
    int stops = 1 + random.nextInt(3);
    for (int stop = 0; stop < stops; stop++) {
      ProductType type = interest(customer, start);
      lookAround(walk, type, cart);
      if (!cart.isEmpty() && random.nextDouble() < BUYS_PARTNER) {
        String partner = type.partners().get(random.nextInt(type.partners().size()));
        lookAround(walk, assortment.type(partner), cart);
      }
    }
    if (!cart.isEmpty() && visitorId == null && random.nextDouble() < 0.6) {
      buy(walk, cart);
    }
  }

  private ProductType interest(Customer customer, Instant when) {
    int month = when.atZone(ZoneOffset.UTC).getMonthValue();
    return Chance.pick(
        assortment.types(),
        type -> {
          double liking =
              type.tastes().stream()
                  .mapToDouble(taste -> customer.tastes().getOrDefault(taste, 0.0))
                  .max()
                  .orElse(0);
          return (0.004 + liking) * type.demand(month);
        },
        random);
  }

  private void lookAround(Walk walk, ProductType type, Set<Product> cart) {
    List<Product> variants = assortment.of(type);
    int looks = 1 + random.nextInt(3);
    Product last = null;
    for (int look = 0; look < looks; look++) {
      Product seen = Chance.pick(variants, product -> appeal(walk.customer, product), random);
      walk.add("view", seen, null);
      last = seen;
    }
    if (random.nextDouble() < 0.12) {
      walk.add("favourite", last, null);
    }
    if (random.nextDouble() < 0.34 && cart.add(last)) {
      walk.add("cart", last, null);
    }
  }

  private static double appeal(Customer customer, Product product) {
    ProductType type = product.type();
    double place =
        Math.log(product.price().doubleValue() / type.low()) / Math.log(type.high() / type.low());
    double fit = 1 - Math.abs(1 - customer.thrift() - place);
    return product.appeal() * (0.15 + fit * fit);
  }

  private void buy(Walk walk, Set<Product> cart) {
    var lines = new ArrayList<Order.Line>();
    Instant placed = walk.time;
    for (Product product : cart) {
      int quantity = random.nextInt(10) == 0 ? 2 : 1;
      walk.add("purchase", product, quantity);
      lines.add(new Order.Line(product.id(), quantity, product.price()));
      Instant rated = walk.time.plus(Duration.ofHours(random.nextInt(96, 500)));
      if (random.nextDouble() < RATES && rated.isBefore(until)) {
        ratings.add(new Rating(walk.customer.id(), product.id(), stars(product), rated));
      }
    }
    double days = Duration.between(placed, until).toHours() / 24.0;
    int arrives = random.nextInt(3, 6);
    String status = status(days, arrives);
    boolean sent =
        status.equals("shipped") || status.equals("delivered") || status.equals("returned");
    orders.add(
        new Order(
            String.format(Locale.ROOT, "A%06d", 100_000 + orders.size()),
            walk.customer.id(),
            status,
            placed,
            walk.mobile ? "mobile" : "web",
            sent ? "SK" + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)) : null,
            placed.plus(Duration.ofDays(arrives)),
            lines));
  }

  private String status(double days, int arrives) {
    if (days < 0.5) {
      return "placed";
    }
    if (random.nextInt(100) < 3) {
      return "cancelled";
    }
    if (days < 1.5) {
      return "paid";
    }
    if (days < arrives) {
      return "shipped";
    }
    return random.nextInt(100) < 5 ? "returned" : "delivered";
  }

  private int stars(Product product) {
    double stars = product.quality() + random.nextDouble(-1.6, 1.2);
    return Math.clamp(Math.round(stars), 1, 5);
  }

  List<Event> events() {
    return events;
  }

  List<Order> orders() {
    return orders;
  }

  List<Rating> ratings() {
    return ratings;
  }

  /** The steps of one session, some seconds apart. */
  private final class Walk {

    private final Customer customer;
    private final String visitorId;
    private final String session;
    private final boolean mobile;
    private Instant time;
    private int steps;

    Walk(Customer customer, String visitorId, String session, Instant time, boolean mobile) {
      this.customer = customer;
      this.visitorId = visitorId;
      this.session = session;
      this.time = time;
      this.mobile = mobile;
    }

    void add(String type, Product product, Integer value) {
      events.add(
          new Event(
              session + "-" + ++steps,
              type,
              visitorId == null ? customer.id() : null,
              visitorId,
              product.id(),
              value,
              mobile ? "mobile" : "web",
              session,
              null,
              time));
      Instant next = time.plusSeconds(random.nextInt(8, 160));
      time = next.isBefore(until) ? next : time;
    }
  }
}
