package io.shopkeeper.integration.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Customers {@code lively-0} to {@code lively-119} of a shop who look, put things into the cart,
 * buy and write. Each third has stayed away for some weeks; the visitor {@code lively-v} turns out
 * to be {@code lively-1} just now, and {@code lively-2} allows no personal use.
 */
public final class LivelyShop {

  /** How many there are. */
  public static final int CUSTOMERS = 120;

  private static final int DAYS = 150;
  private static final int PRODUCTS = 18;
  private static final int SILENT = 45;
  private static final List<String> CATEGORIES = List.of("Kitchen/Pans", "Clothes", "Books/New");

  private final ShopApi api;
  private final Instant begin =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
  private final StringBuilder events = new StringBuilder();
  private final StringBuilder orders = new StringBuilder();
  private final StringBuilder reviews = new StringBuilder();
  private int written;

  private LivelyShop(ShopApi api) {
    this.api = api;
  }

  /** Fills it. */
  public static void fill(ShopApi api) {
    var shop = new LivelyShop(api);
    shop.products();
    shop.lives();
    shop.stranger();
  }

  private void products() {
    var products = new StringBuilder();
    for (int i = 0; i < PRODUCTS; i++) {
      products.append(
          """
          {"id":"lively-p%d","titleEn":"Thing %d","categoryPath":"%s","price":"%d.50","currency":"EUR","stock":9,"active":true,"availableFrom":"%s"}
          """
              .formatted(i, i, CATEGORIES.get(i % 3), 5 + i, begin.minus(Duration.ofDays(i))));
    }
    RepeatOrders.imported(api, "products", products.toString());
  }

  private void lives() {
    var customers = new StringBuilder();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.append("{\"id\":\"lively-%d\"}\n".formatted(i));
      int until = i % 3 == 0 ? DAYS - SILENT : DAYS;
      for (int day = i % 11; day < until; day += 6 + i % 9) {
        visit(i, day);
      }
    }
    RepeatOrders.imported(api, "customers", customers.toString());
    RepeatOrders.imported(api, "events", events.toString());
    RepeatOrders.imported(api, "orders", orders.toString());
    RepeatOrders.imported(api, "reviews", reviews.toString());
  }

  /** Looks at two things, puts one into the cart, and buys it every other time. */
  private void visit(int i, int day) {
    String customer = "\"customerId\":\"lively-%d\"".formatted(i);
    Instant at = begin.plus(Duration.ofDays(day)).plus(Duration.ofHours(3 + i % 20));
    // Mostly of one's own category.
    int product = (i + 3 * day) % PRODUCTS;
    event(customer, "view", (product + 1) % PRODUCTS, at, "");
    event(customer, "view", product, at.plusSeconds(60), "");
    event(customer, "cart", product, at.plusSeconds(90), "");
    if (day % 2 == i % 2) {
      orders.append(
          """
          {"id":"lively-o%d-%d","customerId":"lively-%d","status":"%s","placedAt":"%s","currency":"EUR","channel":"web","lines":[{"productId":"lively-p%d","quantity":%d,"unitPrice":"%d.25"},{"productId":"lively-p%d","quantity":1,"unitPrice":"3.10"}]}
          """
              .formatted(
                  i,
                  day,
                  i,
                  day % 13 == 0 ? "returned" : "paid",
                  at.plusSeconds(120),
                  product,
                  1 + day % 2,
                  5 + product,
                  (product + 3) % PRODUCTS));
      event(customer, "purchase", product, at.plusSeconds(120), ",\"value\":1");
    }
    if (day % 5 == 0) {
      event(customer, "rating", product, at.plusSeconds(300), ",\"value\":" + (1 + day % 5));
      reviews.append(
          """
          {"id":"lively-r%d-%d","productId":"lively-p%d","customerId":"lively-%d","text":"As expected","rating":%d,"time":"%s"}
          """
              .formatted(i, day, product, i, 2 + i % 4, at.plusSeconds(400)));
    }
    if (day % 7 == 0) {
      event(customer, "search", -1, at.plusSeconds(30), "");
      event(customer, "return", product, at.plusSeconds(500), "");
    }
  }

  private void event(String who, String type, int product, Instant at, String more) {
    events.append(
        """
        {"eventId":"lively-e%d","type":"%s",%s%s,"channel":"%s","sessionId":"lively-s%d","time":"%s"%s}
        """
            .formatted(
                ++written,
                type,
                who,
                product < 0 ? "" : ",\"productId\":\"lively-p" + product + "\"",
                written % 3 == 0 ? "mobile" : "web",
                written / 4,
                at,
                more));
  }

  /** A visitor of whom it was not known who it is; one who refuses. */
  private void stranger() {
    events.setLength(0);
    for (int day = 100; day < DAYS; day += 3) {
      event("\"visitorId\":\"lively-v\"", "view", 4, begin.plus(Duration.ofDays(day)), "");
    }
    RepeatOrders.imported(api, "events", events.toString());
    api.post("customers/lively-1/identities", "{\"visitorId\":\"lively-v\"}").good();
    api.put("customers/lively-2/consent", "{\"personalisation\":false}").good();
  }
}
