package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Products and sources that propose what a test wants. */
final class Shop {

  static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  final Shelf shelf = new Shelf();
  private final Map<SourceKind, List<String>> proposed = new LinkedHashMap<>();

  /** Products a, b, c … of brands x and y, of categories A/B, A/C and A/D, a piece more each. */
  static Shop of(int products) {
    var shop = new Shop();
    for (int i = 0; i < products; i++) {
      shop.put(
          name(i), "A/" + (char) ('B' + i % 3), i % 2 == 0 ? "x" : "y", 10 + i, 1 + i, Map.of());
    }
    return shop;
  }

  static String name(int product) {
    return product < 26 ? "" + (char) ('a' + product) : "z" + product;
  }

  void put(
      String id, String category, String brand, int price, int stock, Map<String, String> more) {
    shelf.put(
        Article.of(
            new ProductData(
                id,
                "Thing " + id,
                "物 " + id,
                "",
                "",
                category,
                brand,
                BigDecimal.valueOf(price),
                "EUR",
                stock,
                more,
                null,
                true,
                NOW.minus(Duration.ofDays(price)))));
  }

  /** Lets a source propose these, in this order, with scores that fall by one. */
  Shop proposes(SourceKind kind, String... ids) {
    proposed.put(kind, List.of(ids));
    return this;
  }

  Source source(SourceShare share) {
    return (ask, n, admissible) -> {
      Article[] articles =
          proposed.getOrDefault(share.source(), List.of()).stream()
              .flatMap(id -> shelf.find(id).stream())
              .filter(admissible)
              .limit(n)
              .toArray(Article[]::new);
      double[] scores = IntStream.range(0, articles.length).mapToDouble(i -> 100 - i).toArray();
      return new Proposals(articles, scores, Proposals.Grounds.same(ground(share.source())));
    };
  }

  static Reason ground(SourceKind kind) {
    return new Reason("by_" + kind.word(), "picked", "");
  }

  /** One personal source, trends behind it, and rules. */
  static Recipe recipe(Rule... rules) {
    return new Recipe(
        List.of(SourceShare.of(SourceKind.PERSONAL, 1)),
        null,
        List.of(SourceKind.TRENDING),
        Arrays.asList(rules),
        "off",
        null);
  }

  Outcome run(Recipe recipe, Ask ask) {
    String how = recipe.diversify();
    return new Pipeline(
            recipe,
            new Rulebook(recipe.rules()),
            io.shopkeeper.ml.diversity.Diversification.parse(how == null ? "off" : how),
            this::source,
            shelf)
        .run(ask);
  }

  List<String> list(Recipe recipe, int n) {
    return ids(run(recipe, Ask.of(Taste.UNKNOWN, n, NOW)));
  }

  static List<String> ids(Outcome outcome) {
    return outcome.shown().stream().map(Candidate::productId).toList();
  }
}
