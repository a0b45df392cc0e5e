package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.entity.Dealing;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Ask;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Exploration;
import io.shopkeeper.recommendation.pipeline.Outcome;
import io.shopkeeper.recommendation.pipeline.Pipeline;
import io.shopkeeper.recommendation.pipeline.Proposals;
import io.shopkeeper.recommendation.pipeline.Rulebook;
import io.shopkeeper.recommendation.pipeline.Shelf;
import io.shopkeeper.recommendation.pipeline.Source;
import io.shopkeeper.recommendation.pipeline.Taste;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A shop of twelve products whose visitors are of two kinds with a taste each; how likely a click
 * is is known for each kind, product and place. It shows by one recipe and logs as the shop does.
 */
final class ChanceShop {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final int PRODUCTS = 12;
  private static final int PLACES = 5;
  private static final long DAY = 86_400_000;

  private final Shelf shelf = new Shelf();
  private final double[][] liking = new double[2][PRODUCTS];
  private final Random random;

  ChanceShop(long seed) {
    random = new Random(seed);
    for (int product = 0; product < PRODUCTS; product++) {
      shelf.put(
          Article.of(
              new ProductData(
                  name(product),
                  "Thing",
                  "物",
                  "",
                  "",
                  "A",
                  "",
                  BigDecimal.ONE,
                  "EUR",
                  5,
                  Map.of(),
                  null,
                  true,
                  NOW)));
      liking[0][product] = 0.05 + 0.3 * random.nextDouble();
      liking[1][product] = 0.05 + 0.3 * random.nextDouble();
    }
  }

  private static String name(int product) {
    return "p" + (char) ('a' + product);
  }

  /** Shows the products in an order that the shop's sources give, whoever looks. */
  static Recipe live(double explore) {
    return recipe(SourceKind.TRENDING).exploring(explore);
  }

  /** Shows each kind of visitors what it likes. */
  static Recipe candidate() {
    return recipe(SourceKind.PERSONAL);
  }

  /** Shows what nobody was ever shown. */
  static Recipe strange() {
    return recipe(SourceKind.NEW);
  }

  private static Recipe recipe(SourceKind source) {
    return new Recipe(
        List.of(SourceShare.of(source, 1)), null, List.of(), List.of(), "off", PLACES);
  }

  /** How likely a visitor of a kind clicks on a product at a place. */
  private double chance(int kind, int product, int place) {
    return liking[kind][product] / (1 + 0.3 * place);
  }

  private Source source(SourceKind kind, int visitors) {
    Integer[] order = IntStream.range(0, PRODUCTS).boxed().toArray(Integer[]::new);
    switch (kind) {
      // Close enough to the first seven of the live list that the log knows of most places.
      case PERSONAL ->
          Arrays.sort(
              order,
              (one, other) -> Double.compare(weight(visitors, other), weight(visitors, one)));
      case NEW -> Arrays.sort(order, (one, other) -> Integer.compare(other, one));
      default -> {}
    }
    List<String> ids = Arrays.stream(order).map(ChanceShop::name).toList();
    return (ask, n, admissible) -> proposals(ids, n, admissible);
  }

  private double weight(int kind, int product) {
    return product < PLACES + 3 ? liking[kind][product] : -product;
  }

  private Proposals proposals(List<String> ids, int n, Predicate<Article> admissible) {
    Article[] best =
        ids.stream()
            .flatMap(id -> shelf.find(id).stream())
            .filter(admissible)
            .limit(n)
            .toArray(Article[]::new);
    double[] scores = IntStream.range(0, best.length).mapToDouble(i -> 100 - i).toArray();
    return new Proposals(best, scores, place -> null);
  }

  private Outcome show(Recipe recipe, int kind, Exploration exploration) {
    return new Pipeline(
            recipe,
            new Rulebook(recipe.rules()),
            Diversification.parse("off"),
            share -> source(share.source(), kind),
            shelf)
        .run(Ask.of(Taste.UNKNOWN, PLACES, NOW), exploration);
  }

  private static List<String> ids(Outcome outcome) {
    return outcome.shown().stream().map(Candidate::productId).toList();
  }

  /** Clicks on a thousand lists of a recipe, were it live without chance. */
  double truth(Recipe recipe) {
    double sum = 0;
    for (int kind = 0; kind < 2; kind++) {
      List<String> list = ids(show(recipe, kind, Exploration.NONE));
      for (int place = 0; place < list.size(); place++) {
        sum += chance(kind, list.get(place).charAt(1) - 'a', place) / 2;
      }
    }
    return 1000 * sum;
  }

  /** Shows and clicks, logs, and asks the log what another recipe would have brought. */
  Weighed run(Recipe live, Recipe candidate, int visitors) {
    var weighing = new Weighing();
    for (int visitor = 0; visitor < visitors; visitor++) {
      String unit = "v:" + visitor + "-" + random.nextInt();
      int kind = random.nextInt(2);
      List<LoggedList> lists = new ArrayList<>();
      List<BehaviourEvent> acts = new ArrayList<>();
      int answers = 1 + random.nextInt(3);
      for (int day = 0; day < answers; day++) {
        long at = NOW.toEpochMilli() + 2L * day * DAY;
        Outcome outcome = show(live, kind, Exploration.of(live.exploration(), unit, "home", at));
        LoggedList.of(entry(unit, at, outcome)).ifPresent(lists::add);
        click(unit, kind, at, ids(outcome), acts);
      }
      List<String> wanted = ids(show(candidate, kind, Exploration.NONE));
      for (int i = 0; i < lists.size(); i++) {
        weighing.add(lists.get(i), wanted, EstimateJob.acted(lists, acts).get(i));
      }
    }
    return weighing.result();
  }

  private static ImpressionEntry entry(String unit, long at, Outcome outcome) {
    Dealing dealing =
        outcome.chances().propensities().isEmpty()
            ? null
            : Dealing.of(
                outcome.chances().propensities(), outcome.chances().spare(), null, null, null);
    return new ImpressionEntry(
        null, null, unit, "home", 1, 1, String.join("\n", ids(outcome)), at, dealing);
  }

  private void click(String unit, int kind, long at, List<String> list, List<BehaviourEvent> acts) {
    Map<String, Integer> seen = new HashMap<>();
    for (int place = 0; place < list.size(); place++) {
      if (random.nextDouble() < chance(kind, list.get(place).charAt(1) - 'a', place)) {
        acts.add(event(unit, at, list.get(place), seen));
      }
    }
  }

  private static BehaviourEvent event(
      String unit, long at, String product, Map<String, Integer> seen) {
    int number = seen.merge(product, 1, Integer::sum);
    return new BehaviourEvent(
        unit + at + product + number,
        EventType.CLICK,
        null,
        unit.substring(2),
        product,
        null,
        "web",
        null,
        null,
        Instant.ofEpochMilli(at + 1_000));
  }
}
