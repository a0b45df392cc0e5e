package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with a recipe is said in Chinese, too. */
class RecipeFaultsTest {

  private final FaultTable table = FaultTable.read("faults_zh_CN.tsv");

  @Test
  void everyFaultIsTranslated() {
    var dear =
        new ProductFilter(List.of(), List.of(), List.of(), BigDecimal.TEN, BigDecimal.ONE, -1, 0);
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    var recipe =
        new Recipe(
            List.of(
                SourceShare.of(SourceKind.NEW, 0),
                SourceShare.of(SourceKind.NEW, 1),
                SourceShare.of(SourceKind.PICKS, 1),
                new SourceShare(SourceKind.POPULAR, 1, List.of("p-1"))),
            null,
            List.of(SourceKind.PICKS, SourceKind.NEW, SourceKind.NEW),
            List.of(
                new Rule.Pin("", 0),
                new Rule.Boost(null, 0, null),
                new Rule.Only(dear),
                new Rule.Cap(null, 0),
                new Rule.Available(ProductFilter.brand("b"), null, null),
                new Rule.Available(ProductFilter.brand("b"), now, now)),
            "mmr:7",
            0);
    assertThat(RecipeJson.check(recipe))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            error ->
                assertThat(table.translate(error.message()))
                    .as(error.toString())
                    .isNotEqualTo(error.message())
                    .containsPattern("\\p{IsHan}"));
    assertThat(RecipeJson.check(new Recipe(List.of(), null, List.of(), List.of(), null, null)))
        .allSatisfy(error -> assertThat(table.translate(error.message())).contains("请至少选择一个来源"));
  }
}
