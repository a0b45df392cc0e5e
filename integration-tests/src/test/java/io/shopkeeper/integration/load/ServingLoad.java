package io.shopkeeper.integration.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recommendations of a shop of 10,000 customers and 20,000 products, by turns with a service that
 * only says hello on the same server and with questions that nobody asked before; then at 70 % of
 * what was reached; then, while versions are promoted and rolled back all the time, at 70 % of what
 * can be made anew, for each promotion ends all answers that are kept. Times are from asking, in a
 * closed loop, and from when each question was due, so that what waits behind another counts; what
 * this machine adds to the latter is seen at the hello. On the embedded database and on PostgreSQL.
 * Prints what it measures and fails where a single request does.
 */
class ServingLoad {

  private static final int CUSTOMERS = 10_000;
  private static final int PRODUCTS = 20_000;
  private static final int EVENTS = 300_000;
  private static final int TASTES = 50;
  private static final int BATCH = 1000;
  private static final int EVENT_BATCH = 100;
  private static final int CONNECTIONS = 8;
  private static final int TURNS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Until what every answer passes is compiled: on two busy cores that takes its time. */
  private static final Duration LONG_WARM_UP = Duration.ofSeconds(60);

  private static final Duration TURN = Duration.ofSeconds(8);
  private static final Duration PACED = Duration.ofSeconds(30);
  private static final double OF_THE_MOST = 0.7;
  private static final byte[] MADE_BY_A_MODEL =
      "\"modelVersion\":".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    say("embedded database");
    measure(Map.of());
  }

  @Test
  void onPostgresql() throws Exception {
    say("PostgreSQL");
    try (Database database = Database.start()) {
      measure(database.environment());
    }
  }

  private void measure(Map<String, String> database) throws Exception {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("SHOPKEEPER_RATE_PER_SECOND", "1000000");
    try (ShopServer shop = ShopServer.startAtFullSpeed(folder, environment)) {
      ShopApi api = shop.api();
      long empty = shop.liveHeap();
      fillProducts(api);
      assertThat(api.get("recommendations?n=10").status()).isEqualTo(200);
      long stocked = shop.liveHeap();
      sayPer("a product", stocked - empty, PRODUCTS);
      fillEvents(api);
      TinyShop.train(api, "item-neighbours-cosine");
      TinyShop.train(api, "item-neighbours-cosine");
      long trained = shop.liveHeap();
      sayPer("an event learnt from", trained - stocked, EVENTS);
      deployHello(shop);
      String key = shop.key();
      var hello =
          new Load(
              shop.base(),
              (connection, number) -> connection.question("GET", "/hello/hello", key, ""),
              reply -> reply.status() == 200);
      Load lists = lists(shop, "");
      // A product that the shop does not have is unwanted, each time another one.
      Load unheard = lists(shop, "&exclude=none-%d");
      hello.closed(CONNECTIONS, WARM_UP);
      unheard.closed(CONNECTIONS, LONG_WARM_UP);
      lists.closed(CONNECTIONS, WARM_UP);
      sayPer("a customer who is remembered, with the answer", shop.liveHeap() - trained, CUSTOMERS);
      double[] most = new double[TURNS];
      double[] anew = new double[TURNS];
      double[] anchor = new double[TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        anchor[turn] = noneFailed("hello", hello.closed(CONNECTIONS, TURN)).perSecond();
        most[turn] = noneFailed("recommendations", lists.closed(CONNECTIONS, TURN)).perSecond();
        anew[turn] = noneFailed("each made anew", unheard.closed(CONNECTIONS, TURN)).perSecond();
      }
      double reached = median(most);
      say("recommendations by hello: %.2f (floor .35, goal .6)", reached / median(anchor));
      say("the same, each made anew: %.2f", median(anew) / median(anchor));
      double rate = OF_THE_MOST * reached;
      lists.paced(4 * CONNECTIONS, TURN, rate);
      Load.Result calm =
          noneFailed("at %.0f a second".formatted(rate), lists.paced(4 * CONNECTIONS, PACED, rate));
      say(
          "p99 at 70 %%: %.1f ms (floor 20, goal 7); %.1f ms from when due",
          calm.millis(0.99), calm.dueMillis(0.99));
      double helloRate = OF_THE_MOST * median(anchor);
      noneFailed(
          "hello at %.0f a second".formatted(helloRate),
          hello.paced(4 * CONNECTIONS, TURN, helloRate));
      Load.Result swapping = swapping(api, lists, OF_THE_MOST * median(anew));
      say(
          "p99 while versions are swapped: %.1f ms; %.1f ms from when due",
          swapping.millis(0.99), swapping.dueMillis(0.99));
      say("memory of the server at its height: %s", shop.peakMemory());
    }
  }

  /**
   * Recommendations for one customer after the other.
   *
   * @param more of the question; %d is its number
   */
  private static Load lists(ShopServer shop, String more) {
    String key = shop.key();
    return new Load(
        shop.base(),
        (connection, number) ->
            connection.question(
                "GET",
                "/api/v1/recommendations?n=10&customer=c-"
                    + number * 7919L % CUSTOMERS
                    + more.replace("%d", Integer.toString(number)),
                key,
                ""),
        reply -> reply.status() == 200 && reply.contains(MADE_BY_A_MODEL));
  }

  private static Load.Result swapping(ShopApi api, Load lists, double rate) throws Exception {
    var enough = new AtomicBoolean();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Integer> swaps =
          thread.submit(
              () -> {
                int done = 0;
                while (!enough.get()) {
                  var answer =
                      done % 2 == 0
                          ? api.post(
                              "models/recommendation/versions/2:promote", "{\"reason\":\"load\"}")
                          : api.post("models/recommendation:rollback", "{\"reason\":\"load\"}");
                  assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                  done++;
                }
                return done;
              });
      Load.Result result = lists.paced(4 * CONNECTIONS, PACED, rate);
      enough.set(true);
      return noneFailed("with %d promotions and rollbacks".formatted(swaps.get()), result);
    }
  }

  private static Load.Result noneFailed(String what, Load.Result result) {
    say("%s: %s", what, result);
    assertThat(result.failures()).as(what).isEmpty();
    return result;
  }

  private static void deployHello(ShopServer shop) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "hello.war").addClasses(Hello.class, Hello.Root.class);
    war.as(ZipExporter.class).exportTo(shop.deployments().resolve("hello.war").toFile(), true);
    Await.until(
        "hello", Duration.ofMinutes(1), () -> shop.api().get("../../hello/hello").status() == 200);
  }

  private static void fillProducts(ShopApi api) {
    for (int first = 0; first < PRODUCTS; first += BATCH) {
      List<String> batch =
          IntStream.range(first, Math.min(PRODUCTS, first + BATCH))
              .mapToObj(
                  i ->
                      """
                      {"id":"p-%d","titleEn":"Article %d","categoryPath":"Home > Shelf %d",
                       "price":"%d.90","currency":"EUR","stock":9,"attributes":{},"active":true}\
                      """
                          .formatted(i, i, i % TASTES, 1 + i % 90))
              .toList();
      var answer = api.post("products:batch", batch.toString());
      assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }
  }

  private static void fillEvents(ShopApi api) {
    long start = System.nanoTime();
    var random = new SplittableRandom(42);
    for (int first = 0; first < EVENTS; first += EVENT_BATCH) {
      List<String> batch = new ArrayList<>();
      for (int i = first; i < first + EVENT_BATCH; i++) {
        batch.add(event(i, random));
      }
      var answer = api.post("events", batch.toString());
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    say(
        "events taken: %,.0f a second, in batches of %d by one client",
        EVENTS / seconds, EVENT_BATCH);
  }

  /** Customers have a taste each, and every tenth event is of another one. */
  private static String event(int number, SplittableRandom random) {
    int customer = number % CUSTOMERS;
    int taste = random.nextInt(10) == 0 ? random.nextInt(TASTES) : customer % TASTES;
    double skewed = Math.pow(random.nextDouble(), 2);
    int rank = (int) (skewed * (PRODUCTS / TASTES));
    int product = rank * TASTES + taste;
    return """
        {"eventId":"load-%d","type":"view","customerId":"c-%d","productId":"p-%d","channel":"web",
         "time":"2026-11-%02dT%02d:00:00Z"}\
        """
        .formatted(number, customer, product, 1 + number / 15_000, number % 24);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Bytes of one are megabytes of a million. */
  private static void sayPer(String what, long bytes, int many) {
    say("memory of %s: %,.0f bytes", what, (double) bytes / many);
  }

  private static void say(String what, Object... values) {
    System.err.println(String.format(Locale.ROOT, what, values));
  }
}
