package io.shopkeeper.recommendation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorationTest {

  private static final int VISITORS = 20_000;
  private static final int HOURS = 3_600_000;

  private static Shop shop() {
    return Shop.of(12)
        .proposes(
            SourceKind.PERSONAL,
            IntStream.range(0, 12).mapToObj(Shop::name).toArray(String[]::new));
  }

  private static Outcome run(Shop shop, Recipe recipe, int visitor, long at) {
    return new Pipeline(
            recipe,
            new Rulebook(recipe.rules()),
            io.shopkeeper.ml.diversity.Diversification.parse("off"),
            shop::source,
            shop.shelf)
        .run(
            Ask.of(Taste.UNKNOWN, 4, Shop.NOW),
            Exploration.of(recipe.exploration(), "v:" + visitor, "home", at));
  }

  /** What is shown how often agrees with the propensity that is logged with it. */
  @Test
  void propensitiesAreHowOftenAProductIsShownAtAPlace() {
    Shop shop = shop();
    Recipe recipe = Shop.recipe().exploring(0.2);
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Double> said = new HashMap<>();
    for (int visitor = 0; visitor < VISITORS; visitor++) {
      Outcome outcome = run(shop, recipe, visitor, 0);
      assertThat(outcome.chances().propensities()).hasSize(4);
      Set<String> pool = new HashSet<>(outcome.chances().spare());
      pool.addAll(Shop.ids(outcome));
      assertThat(pool).hasSize(7);
      for (int place = 0; place < 4; place++) {
        String key = Shop.ids(outcome).get(place) + place;
        counts.merge(key, 1, Integer::sum);
        said.put(key, outcome.chances().propensities().get(place));
      }
    }
    assertThat(counts).as("seven products, each at four places").hasSize(28);
    counts.forEach(
        (key, count) -> {
          double propensity = said.get(key);
          double error = Math.sqrt(propensity * (1 - propensity) / VISITORS);
          assertThat((double) count / VISITORS).as(key).isCloseTo(propensity, within(5 * error));
        });
    assertThat(said.get("a0")).isCloseTo(0.8 + 0.2 / 7, within(1e-12));
    assertThat(said.get("b0")).isCloseTo(0.2 / 7, within(1e-12));
  }

  @Test
  void aVisitorGetsTheSameWithinTheHoursAndAnotherAfterwards() {
    Shop shop = shop();
    Recipe recipe = Shop.recipe().exploring(0.2);
    int changed = 0;
    for (int visitor = 0; visitor < 500; visitor++) {
      String unit = "v:" + visitor;
      long at = 0;
      while (Exploration.period(unit, at) == Exploration.period(unit, 0)) {
        assertThat(Shop.ids(run(shop, recipe, visitor, at)))
            .isEqualTo(Shop.ids(run(shop, recipe, visitor, 0)));
        at += HOURS / 2;
      }
      assertThat(at).isLessThanOrEqualTo(4L * HOURS + HOURS / 2);
      changed +=
          Shop.ids(run(shop, recipe, visitor, at)).equals(Shop.ids(run(shop, recipe, visitor, 0)))
              ? 0
              : 1;
    }
    assertThat(changed).isBetween(100, 250);
  }

  @Test
  void rulesHoldWhateverIsDealt() {
    Shop shop = shop();
    Recipe recipe =
        Shop.recipe(
                new Rule.Pin("j", 2),
                new Rule.Cap(Rule.Trait.BRAND, 3),
                new Rule.Bury(
                    new io.shopkeeper.recommendation.boundary.recipe.ProductFilter(
                        List.of("a"), List.of(), List.of(), null, null, null, null)))
            .exploring(0.2);
    Map<String, String> brands = new HashMap<>();
    IntStream.range(0, 12).forEach(i -> brands.put(Shop.name(i), i % 2 == 0 ? "x" : "y"));
    Set<List<String>> lists = new HashSet<>();
    for (int visitor = 0; visitor < 2_000; visitor++) {
      Outcome outcome = run(shop, recipe, visitor, 0);
      List<String> list = Shop.ids(outcome);
      lists.add(list);
      assertThat(list.get(1)).as("pinned").isEqualTo("j");
      assertThat(outcome.chances().propensities().get(1)).isEqualTo(1);
      assertThat(list).as("buried").doesNotContain("a");
      assertThat(outcome.chances().spare()).doesNotContain("a", "j");
      assertThat(list.stream().filter(id -> brands.get(id).equals("y")).count())
          .as("capped")
          .isLessThanOrEqualTo(3);
    }
    assertThat(lists.size()).isGreaterThan(50);
  }

  @Test
  void eachPlacementDealsForItselfAndEachVisitorAtAnotherTime() {
    int alike = 0;
    int together = 0;
    for (int visitor = 0; visitor < 2_000; visitor++) {
      String unit = "v:" + visitor;
      boolean home = Exploration.of(0.2, unit, "home", 0).deals();
      alike += home && Exploration.of(0.2, unit, "cart", 0).deals() ? 1 : 0;
      together += Exploration.period(unit, 2L * HOURS) == Exploration.period(unit, 0) ? 1 : 0;
    }
    assertThat(alike).as("a fifth of a fifth").isBetween(40, 130);
    assertThat(together).as("half of them change within half of the time").isBetween(850, 1_150);
  }

  @Test
  void withoutAShareNothingIsLeftToChance() {
    Outcome outcome = run(shop(), Shop.recipe(), 1, 0);
    assertThat(Shop.ids(outcome)).containsExactly("a", "b", "c", "d");
    assertThat(outcome.chances()).isEqualTo(Chances.NONE);
    assertThat(Exploration.of(0, "v:1", "home", 0)).isSameAs(Exploration.NONE);
    assertThat(Exploration.NONE.spare(4)).as("nobody else is asked for").isZero();
  }
}
