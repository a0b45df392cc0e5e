package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The demo shop's first visitors. What was shown to whom cannot be imported, and ranking learns
 * from nothing else; so these come through the shop's interface like any others: each looks at
 * products of a category, is shown a list, and buys of it what suits and is not dear. The same seed
 * gives the same visitors.
 */
final class FirstVisits {

  /** So many that a fifth of them can be judged by. */
  private static final int VISITORS = 240;

  private static final int PRODUCTS = 500;
  private static final int LOOKS = 2;
  private static final long SEED = 42;
  private static final double DEAR = 0.06;
  private static final double CHEAP = 0.3;
  private static final double OTHER = 0.01;

  private final ApiClient client;
  private final Clock clock;
  private final SplittableRandom random = new SplittableRandom(SEED);

  FirstVisits(ApiClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  private record Article(String id, String category, double price) {}

  /**
   * Lets them come.
   *
   * @return how many products they bought
   */
  int come() {
    Map<String, List<Article>> shelves = new TreeMap<>();
    Map<String, Article> articles = new HashMap<>();
    for (JsonNode each : client.get("products?n=" + PRODUCTS).path("items")) {
      var article =
          new Article(
              each.path("id").asText(),
              each.path("categoryPath").asText(),
              each.path("price").asDouble());
      articles.put(article.id(), article);
      shelves.computeIfAbsent(article.category(), added -> new ArrayList<>()).add(article);
    }
    List<String> categories = List.copyOf(shelves.keySet());
    int bought = 0;
    for (int visitor = 0; visitor < VISITORS && !categories.isEmpty(); visitor++) {
      List<Article> shelf = shelves.get(categories.get(random.nextInt(categories.size())));
      bought += visit("demo-visitor-" + visitor, shelf, articles);
    }
    return bought;
  }

  private int visit(String visitor, List<Article> shelf, Map<String, Article> articles) {
    ArrayNode looks = JsonNodeFactory.instance.arrayNode();
    for (int look = 0; look < LOOKS; look++) {
      looks.add(event(visitor, "view", shelf.get(random.nextInt(shelf.size())).id(), look));
    }
    client.post("events", looks);
    double usual = shelf.stream().mapToDouble(Article::price).average().orElse(0);
    ArrayNode purchases = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item :
        client.get("recommendations?placement=home&n=10&visitor=" + visitor).path("items")) {
      Article article = articles.get(item.path("productId").asText());
      if (article != null && random.nextDouble() < chance(article, shelf, usual)) {
        purchases.add(event(visitor, "purchase", article.id(), purchases.size()));
      }
    }
    if (!purchases.isEmpty()) {
      client.post("events", purchases);
    }
    return purchases.size();
  }

  private static double chance(Article article, List<Article> shelf, double usual) {
    if (!article.category().equals(shelf.getFirst().category())) {
      return OTHER;
    }
    return article.price() <= usual ? CHEAP : DEAR;
  }

  private JsonNode event(String visitor, String type, String product, int number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("eventId", "%s-%s-%d".formatted(visitor, type, number))
        .put("type", type)
        .put("visitorId", visitor)
        .put("productId", product)
        .put("channel", "web")
        .put("time", clock.instant().toString());
  }
}
