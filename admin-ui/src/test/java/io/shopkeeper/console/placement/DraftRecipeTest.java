package io.shopkeeper.console.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.recipe.Merge;
import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftRecipeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ProductFilter SOME =
      new ProductFilter(
          List.of("p-1", "p-2"),
          List.of("Home/Coffee", "Garden"),
          List.of("Ach, so", "B"),
          new BigDecimal("9.90"),
          new BigDecimal("20"),
          3,
          14);
  private static final List<Rule> EVERY_KIND =
      List.of(
          new Rule.Pin("p-9", 2),
          new Rule.Boost(Rule.Quality.MARGIN, -0.25, ProductFilter.ALL),
          new Rule.Bury(SOME),
          new Rule.Exclude(ProductFilter.brand("B")),
          new Rule.Only(ProductFilter.category("Home")),
          new Rule.Cap(Rule.Trait.CATEGORY, 2),
          new Rule.Available(
              SOME, Instant.parse("2026-11-24T09:30:00Z"), Instant.parse("2026-12-01T00:00:00Z")),
          new Rule.HideCart(30),
          new Rule.HideBought(List.of("Home/Coffee", "Garden/Seeds"), 60));

  private static RecipeDraft draft(List<RecipeDraft.RuleLine> rules) {
    return new RecipeDraft(
        List.of(
            new RecipeDraft.SourceLine(SourceKind.PICKS, "0.5", "p-3, p-4"),
            new RecipeDraft.SourceLine(SourceKind.PERSONAL, "2", ""),
            new RecipeDraft.SourceLine(SourceKind.NEW, "0", ""),
            new RecipeDraft.SourceLine(SourceKind.POPULAR, "", "")),
        "ranks",
        List.of("trending", "", "assortment", ""),
        rules,
        "mmr",
        "30",
        "8",
        "purchase",
        "7,5");
  }

  @Test
  void everyRuleComesBackFromTheFormAsItWas() {
    assertThat(EVERY_KIND).extracting(RuleKind::of).containsExactlyInAnyOrder(RuleKind.values());
    var texts = new RuleTexts(BERLIN);
    var read = new DraftRecipe(draft(EVERY_KIND.stream().map(texts::of).toList()), BERLIN);
    assertThat(read.faults()).isEmpty();
    assertThat(read.recipe())
        .contains(
            new Recipe(
                    List.of(
                        new SourceShare(SourceKind.PICKS, 0.5, List.of("p-3", "p-4")),
                        SourceShare.of(SourceKind.PERSONAL, 2)),
                    Merge.RANKS,
                    List.of(SourceKind.TRENDING, SourceKind.ASSORTMENT),
                    EVERY_KIND,
                    "mmr:0.3",
                    8)
                .ranked(Rank.PURCHASE)
                .exploring(0.075));
  }

  @Test
  void whatIsWrongIsNamedByItsPlaceInTheForm() {
    var pin = line(RuleKind.PIN, Map.of(RuleField.PLACE, "first"));
    var time =
        line(RuleKind.AVAILABLE, Map.of(RuleField.FROM, "tomorrow", RuleField.PRICE_TO, "1,5x"));
    var bury = line(RuleKind.BURY, Map.of(RuleField.BRANDS, "B"));
    var read = new DraftRecipe(draft(List.of(pin, time, bury)), BERLIN);
    assertThat(read.recipe()).isEmpty();
    assertThat(read.faults())
        .containsEntry("/rules/0/place", "must be a whole number, but is first")
        .containsEntry("/rules/1/filter/priceTo", "must be a number, but is 1,5x")
        .containsKey("/rules/1/from")
        .hasSize(3);
    assertThat(read.rule(0)).isEmpty();
    assertThat(read.rule(2))
        .as("nothing is wrong with it")
        .contains(new Rule.Bury(ProductFilter.brand("B")));
  }

  @Test
  void whatTheRecipesCheckFindsIsNamedByTheSourcesWord() {
    var draft =
        new RecipeDraft(
            List.of(
                new RecipeDraft.SourceLine(SourceKind.NEW, "", ""),
                new RecipeDraft.SourceLine(SourceKind.PICKS, "1", ""),
                new RecipeDraft.SourceLine(SourceKind.PERSONAL, "-3", "")),
            "scores",
            List.of(),
            List.of(line(RuleKind.BURY, Map.of())),
            "",
            "",
            "500",
            "",
            "");
    assertThat(new DraftRecipe(draft, BERLIN).faults())
        .containsOnlyKeys(
            "/sources/picks/products", "/sources/personal/weight", "/rules/0/filter", "/n");
  }

  @Test
  void freshRulesHaveWhatIsUsual() {
    for (RuleKind kind : RuleKind.values()) {
      RecipeDraft.RuleLine fresh = Drafts.fresh(kind);
      assertThat(fresh.kind()).isEqualTo(kind);
      assertThat(kind.fields()).containsAll(fresh.values().keySet());
    }
  }

  @Test
  void noMoreThanAFifthOfTheAnswersIsLeftToChance() {
    assertThat(varied("", "", "21").faults())
        .containsEntry("/explore", "must be 0 to 20 percent, but is 21");
    assertThat(varied("", "", "-1").faults())
        .containsEntry("/explore", "must be 0 to 20 percent, but is -1");
    assertThat(varied("", "", "20").recipe().orElseThrow().exploration()).isEqualTo(0.2);
  }

  @Test
  void varietyMayBeTheShopsNoneOrSoMuch() {
    assertThat(varied("", "30", "").recipe().orElseThrow().diversify()).isNull();
    assertThat(varied("off", "30", "").recipe().orElseThrow().diversify()).isEqualTo("off");
    assertThat(varied("dpp", "", "").recipe().orElseThrow().diversify()).isEqualTo("dpp:0.2");
  }

  private static DraftRecipe varied(String variety, String amount, String explore) {
    return new DraftRecipe(
        new RecipeDraft(
            draft(List.of()).sources(),
            "scores",
            List.of(),
            List.of(),
            variety,
            amount,
            "",
            "",
            explore),
        BERLIN);
  }

  private static RecipeDraft.RuleLine line(RuleKind kind, Map<RuleField, String> values) {
    Map<RuleField, String> all = new EnumMap<>(RuleField.class);
    all.putAll(values);
    return new RecipeDraft.RuleLine(kind, all);
  }
}
