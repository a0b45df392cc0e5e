package io.shopkeeper.recommendation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule alone. */
class RulesTest {

  private static final String[] SIX = {"a", "b", "c", "d", "e", "f"};

  private final Shop shop = Shop.of(6).proposes(SourceKind.PERSONAL, SIX);

  private List<String> list(Rule... rules) {
    return shop.list(Shop.recipe(rules), 6);
  }

  private List<String> listFor(Taste taste, Rule rule) {
    return Shop.ids(shop.run(Shop.recipe(rule), Ask.of(taste, 6, Shop.NOW)));
  }

  @Test
  void whatIsBuriedComesLast() {
    shop.proposes(SourceKind.PERSONAL, "a", "b", "c");
    shop.proposes(SourceKind.TRENDING, "d", "e", "f");
    assertThat(list(new Rule.Bury(ProductFilter.products("a", "d"))))
        .containsExactly("b", "c", "e", "f", "a", "d");
  }

  @Test
  void onlyAndExcludeAreOpposites() {
    ProductFilter filter = ProductFilter.brand("x");
    assertThat(list(new Rule.Only(filter))).containsExactly("a", "c", "e");
    assertThat(list(new Rule.Exclude(filter))).containsExactly("b", "d", "f");
  }

  @Test
  void filtersMeetEveryCondition() {
    var filter =
        new ProductFilter(
            List.of(),
            List.of("A/B", "A/C"),
            List.of(),
            BigDecimal.valueOf(11),
            BigDecimal.valueOf(14),
            4,
            null);
    assertThat(list(new Rule.Only(filter))).containsExactly("b", "d");
    assertThat(list(new Rule.Only(ProductFilter.category("A")))).hasSize(6);
    assertThat(list(new Rule.Only(ProductFilter.category("A/")))).isEmpty();
    assertThat(list(new Rule.Only(new ProductFilter(null, null, null, null, null, null, 12))))
        .as("at most twelve days on sale")
        .containsExactly("a", "b", "c");
  }

  @Test
  void aBoostWeighsByWhatItIsTold() {
    assertThat(list(new Rule.Boost(Rule.Quality.MATCH, 10, ProductFilter.products("e", "f"))))
        .startsWith("e", "a");
    assertThat(list(new Rule.Boost(Rule.Quality.STOCK, 10, null)))
        .as("1 × (1 + 10/21) is less than 0.802 × (1 + 20/22), and c's 0.604 × (1 + 30/23) least")
        .startsWith("b", "a", "c");
    shop.put("f", "A/B", "x", 15, 6, Map.of("margin", "0.9"));
    shop.put("e", "A/B", "x", 10, 6, Map.of("cost", "4.00"));
    Outcome outcome =
        shop.run(
            Shop.recipe(new Rule.Boost(Rule.Quality.MARGIN, 2, null)),
            Ask.of(Taste.UNKNOWN, 6, Shop.NOW));
    assertThat(factor(outcome, "f")).isCloseTo(2.8, within(1e-9));
    assertThat(factor(outcome, "e")).isCloseTo(2.2, within(1e-9));
    assertThat(outcome.candidate("a").orElseThrow().weighed()).isEmpty();
    Outcome fresh =
        shop.run(
            Shop.recipe(new Rule.Boost(Rule.Quality.NEWNESS, -1, null)),
            Ask.of(Taste.UNKNOWN, 6, Shop.NOW));
    assertThat(factor(fresh, "a")).isCloseTo(1 - Math.pow(0.5, 10.0 / 14), within(1e-9));
  }

  private static double factor(Outcome outcome, String product) {
    return outcome.candidate(product).orElseThrow().weighed().getFirst().factor();
  }

  @Test
  void aCapLeavesTheOthersBehind() {
    Outcome outcome =
        shop.run(
            Shop.recipe(new Rule.Cap(Rule.Trait.BRAND, 2), new Rule.Cap(Rule.Trait.CATEGORY, 1)),
            Ask.of(Taste.UNKNOWN, 6, Shop.NOW));
    assertThat(Shop.ids(outcome)).containsExactly("a", "b", "c");
    assertThat(outcome.candidate("d").orElseThrow().fate()).isEqualTo(Candidate.Fate.CAPPED);
    assertThat(outcome.candidate("d").orElseThrow().rule()).isEqualTo(1);
    assertThat(outcome.candidate("e").orElseThrow().rule()).isZero();
  }

  @Test
  void whatLiesInTheCartIsNotShownForAWhile() {
    long then = Shop.NOW.minus(Duration.ofDays(8)).toEpochMilli();
    var taste = new Taste(List.of(), Map.of(), Map.of(), Map.of("b", then), Set.of());
    assertThat(listFor(taste, new Rule.HideCart(0))).doesNotContain("b").hasSize(5);
    assertThat(listFor(taste, new Rule.HideCart(9))).doesNotContain("b");
    assertThat(listFor(taste, new Rule.HideCart(7))).contains("b");
  }

  @Test
  void whatLastsIsNotShownAgainAndWhatIsUsedUpIs() {
    long then = Shop.NOW.minus(Duration.ofDays(8)).toEpochMilli();
    var taste = new Taste(List.of(), Map.of(), Map.of("a", then, "b", then), Map.of(), Set.of());
    assertThat(listFor(taste, new Rule.HideBought(List.of(), 0))).doesNotContain("a", "b");
    assertThat(listFor(taste, new Rule.HideBought(List.of("A/C"), 7)))
        .doesNotContain("a")
        .contains("b");
    assertThat(listFor(taste, new Rule.HideBought(List.of("A/C"), 9))).doesNotContain("a", "b");
  }

  @Test
  void availabilityHasABeginningAndAnEnd() {
    ProductFilter filter = ProductFilter.products("a");
    var day = Duration.ofDays(1);
    assertThat(list(new Rule.Available(filter, Shop.NOW, Shop.NOW.plus(day)))).contains("a");
    assertThat(list(new Rule.Available(filter, Shop.NOW.plusMillis(1), null))).doesNotContain("a");
    assertThat(list(new Rule.Available(filter, null, Shop.NOW))).doesNotContain("a").hasSize(5);
  }

  @Test
  void twoPinsOnOnePlaceStandSideBySideAndAHiddenPinIsLeftOut() {
    assertThat(list(new Rule.Pin("f", 1), new Rule.Pin("e", 1), new Rule.Pin("nothing", 3)))
        .containsExactly("f", "e", "a", "b", "c", "d");
    assertThat(list(new Rule.Pin("f", 1), new Rule.Exclude(ProductFilter.products("f"))))
        .doesNotContain("f");
    assertThat(shop.list(Shop.recipe(new Rule.Pin("f", 40)), 3)).containsExactly("a", "b", "c");
    assertThat(shop.list(Shop.recipe(new Rule.Pin("a", 9)), 9))
        .as("behind all there are")
        .containsExactly("b", "c", "d", "e", "f", "a");
  }
}
