package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Ask;
import io.shopkeeper.recommendation.pipeline.Outcome;
import io.shopkeeper.recommendation.pipeline.Pipeline;
import io.shopkeeper.recommendation.pipeline.Proposals;
import io.shopkeeper.recommendation.pipeline.Rulebook;
import io.shopkeeper.recommendation.pipeline.Scorer;
import io.shopkeeper.recommendation.pipeline.Shelf;
import io.shopkeeper.recommendation.pipeline.Source;
import io.shopkeeper.recommendation.pipeline.Taste;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Four products of two brands; trends propose a, b and c, what is new c alone. */
final class TwoBrands {

  static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  static final Recipe RECIPE =
      new Recipe(
          List.of(SourceShare.of(SourceKind.TRENDING, 3), SourceShare.of(SourceKind.NEW, 1)),
          null,
          List.of(),
          List.of(),
          "off",
          null);

  final Shelf shelf = new Shelf();

  TwoBrands() {
    put("a", "Home/Coffee", "x", 10, Map.of());
    put("b", "Home/Tea", "y", 40, Map.of("margin", "0.25"));
    put("c", "Garden", "x", 20, Map.of());
    put("seen", "Home/Coffee", "x", 20, Map.of());
  }

  private void put(String id, String category, String brand, int price, Map<String, String> more) {
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
                7,
                more,
                null,
                true,
                NOW.minus(Duration.ofDays(3)))));
  }

  static Taste taste() {
    long now = NOW.toEpochMilli();
    return new Taste(
        List.of(
            new Taste.Like("b", 1, now - Duration.ofDays(9).toMillis(), false),
            new Taste.Like("seen", 3, now - Duration.ofDays(1).toMillis(), true)),
        Map.of("b", EventType.VIEW, "seen", EventType.CART),
        Map.of(),
        Map.of("seen", now),
        Set.of());
  }

  static Ask ask() {
    return Ask.of(taste(), 3, NOW);
  }

  RankingFeatures features() {
    return new RankingFeatures(
        RECIPE, ask(), shelf, new ProductFacts(Map.of("a", Math.E - 1), Optional.empty()));
  }

  Outcome run(Recipe recipe, Scorer scorer) {
    return new Pipeline(
            recipe, new Rulebook(recipe.rules()), Diversification.OFF, this::source, shelf, scorer)
        .run(ask());
  }

  private Source source(SourceShare share) {
    return (ask, n, admissible) ->
        share.source() == SourceKind.TRENDING
            ? new Proposals(
                articles("a", "b", "c"), new double[] {5, 3, 1}, Proposals.Grounds.same(null))
            : new Proposals(articles("c"), new double[] {9}, Proposals.Grounds.same(null));
  }

  private Article[] articles(String... ids) {
    return Arrays.stream(ids).map(id -> shelf.find(id).orElseThrow()).toArray(Article[]::new);
  }
}
