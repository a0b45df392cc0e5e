package io.shopkeeper.recommendation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.recommendation.boundary.recipe.Merge;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static Recipe blend(Merge merge, double personal, double trending) {
    return new Recipe(
        List.of(
            SourceShare.of(SourceKind.PERSONAL, personal),
            SourceShare.of(SourceKind.TRENDING, trending)),
        merge,
        List.of(SourceKind.ASSORTMENT),
        List.of(),
        "off",
        null);
  }

  @Test
  void ranksOfTwoSourcesAreFused() {
    Shop shop =
        Shop.of(6)
            .proposes(SourceKind.PERSONAL, "a", "b", "c")
            .proposes(SourceKind.TRENDING, "c", "d");
    Outcome outcome = shop.run(blend(Merge.RANKS, 1, 1), Ask.of(Taste.UNKNOWN, 4, Shop.NOW));
    assertThat(Shop.ids(outcome)).containsExactly("c", "a", "b", "d");
    Candidate both = outcome.candidate("c").orElseThrow();
    assertThat(both.blended()).isCloseTo(61.0 / 63 + 1, within(1e-12));
    assertThat(both.shares())
        .extracting(Candidate.Share::source)
        .containsExactly(SourceKind.PERSONAL, SourceKind.TRENDING);
    assertThat(both.reason()).as("the greater share").isEqualTo(Shop.ground(SourceKind.TRENDING));
  }

  @Test
  void scoresOfTwoSourcesAreBroughtToOneScale() {
    Shop shop =
        Shop.of(6)
            .proposes(SourceKind.PERSONAL, "a", "b", "c")
            .proposes(SourceKind.TRENDING, "c", "d");
    Outcome outcome = shop.run(blend(Merge.SCORES, 2, 1), Ask.of(Taste.UNKNOWN, 6, Shop.NOW));
    assertThat(Shop.ids(outcome)).startsWith("a", "c", "b", "d");
    assertThat(outcome.candidate("b").orElseThrow().blended()).isCloseTo(1.01, within(1e-12));
    assertThat(outcome.candidate("c").orElseThrow().blended()).isCloseTo(1.02, within(1e-12));
  }

  @Test
  void whatTheBlendLeavesEmptyIsFilledUpInTheOrderOfTheFallback() {
    Shop shop =
        Shop.of(6)
            .proposes(SourceKind.PERSONAL, "c")
            .proposes(SourceKind.TRENDING, "b", "c", "a")
            .proposes(SourceKind.ASSORTMENT, "a", "b", "c", "d", "e", "f");
    Recipe recipe =
        new Recipe(
            List.of(SourceShare.of(SourceKind.PERSONAL, 1)),
            null,
            List.of(SourceKind.TRENDING, SourceKind.ASSORTMENT),
            List.of(),
            "off",
            null);
    Outcome outcome = shop.run(recipe, Ask.of(Taste.UNKNOWN, 5, Shop.NOW));
    assertThat(Shop.ids(outcome)).containsExactly("c", "b", "a", "d", "e");
    assertThat(outcome.shown())
        .extracting(shown -> shown.reason().code())
        .containsExactly(
            "by_personal", "by_trending", "by_trending", "by_assortment", "by_assortment");
    assertThat(outcome.shown())
        .extracting(Candidate::listScore)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(outcome.isPersonal()).isTrue();
  }

  @Test
  void everythingShownIsAdmittedAndWhatIsNotSaysWhy() {
    Shop shop = Shop.of(5).proposes(SourceKind.PERSONAL, "a", "b", "c", "d", "e", "gone");
    Recipe recipe =
        Shop.recipe(
            new Rule.HideCart(0),
            new Rule.Exclude(
                io.shopkeeper.recommendation.boundary.recipe.ProductFilter.products("b")));
    var ask = new Ask(Taste.UNKNOWN, "c", Set.of("d"), "A", 5, Shop.NOW);
    Outcome outcome = shop.run(recipe, ask);
    assertThat(Shop.ids(outcome)).containsExactly("a", "e");
    assertThat(outcome.admission().refusal("a")).isEmpty();
    assertThat(outcome.admission().refusal("b"))
        .contains(new Admission.Refusal(Admission.Cause.RULE, 1));
    assertThat(outcome.admission().refusal("c"))
        .contains(new Admission.Refusal(Admission.Cause.ON_THE_PAGE, -1));
    assertThat(outcome.admission().refusal("d"))
        .contains(new Admission.Refusal(Admission.Cause.UNWANTED, -1));
    assertThat(outcome.admission().refusal("gone"))
        .contains(new Admission.Refusal(Admission.Cause.UNKNOWN, -1));
    assertThat(
            shop.run(recipe, new Ask(Taste.UNKNOWN, null, Set.of(), "A/B", 5, Shop.NOW))
                .admission()
                .refusal("c"))
        .contains(new Admission.Refusal(Admission.Cause.OTHER_CATEGORY, -1));
  }

  @Test
  void aListThatVariesTakesLikeThingsApart() {
    Shop shop = new Shop();
    for (String id : List.of("a", "b", "c")) {
      shop.put(id, "Home/Knives", "x", 10, 1, java.util.Map.of());
    }
    shop.put("d", "Garden/Pots", "y", 10, 1, java.util.Map.of());
    shop.proposes(SourceKind.PERSONAL, "a", "b", "c", "d");
    Recipe plain = Shop.recipe();
    Recipe varied = new Recipe(plain.sources(), null, plain.fallback(), List.of(), "mmr:0.7", null);
    assertThat(shop.list(plain, 3)).containsExactly("a", "b", "c");
    assertThat(shop.list(varied, 3)).startsWith("a", "d").hasSize(3);
  }

  @Test
  void aPinIsStrongerThanVarietyAndScore() {
    Shop shop = Shop.of(8).proposes(SourceKind.PERSONAL, "a", "b", "c", "d");
    Outcome outcome =
        shop.run(
            Shop.recipe(new Rule.Pin("h", 2), new Rule.Pin("c", 1)),
            Ask.of(Taste.UNKNOWN, 4, Shop.NOW));
    assertThat(Shop.ids(outcome)).containsExactly("c", "h", "a", "b");
    Candidate pinned = outcome.candidate("h").orElseThrow();
    assertThat(pinned.fate()).isEqualTo(Candidate.Fate.PINNED);
    assertThat(pinned.rule()).isZero();
    assertThat(pinned.reason().code()).isEqualTo("picked");
    assertThat(outcome.candidate("c").orElseThrow().reason().code())
        .as("the source proposed it, too")
        .isEqualTo("by_personal");
    assertThat(outcome.candidate("d").orElseThrow().fate()).isEqualTo(Candidate.Fate.OUTRANKED);
  }
}
