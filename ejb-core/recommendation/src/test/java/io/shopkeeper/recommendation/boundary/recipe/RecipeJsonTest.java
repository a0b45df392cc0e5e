package io.shopkeeper.recommendation.boundary.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeJsonTest {

  @Test
  void everyKindOfRuleIsWrittenAndReadAlike() {
    var filter =
        new ProductFilter(
            List.of("p"),
            List.of("Home/Knives"),
            List.of("Zwilling"),
            new BigDecimal("9.90"),
            BigDecimal.TEN,
            3,
            30);
    var recipe =
        new Recipe(
            List.of(
                SourceShare.of(SourceKind.PERSONAL, 2.5),
                new SourceShare(SourceKind.PICKS, 1, List.of("p"))),
            Merge.RANKS,
            List.of(SourceKind.TRENDING, SourceKind.NEW),
            List.of(
                new Rule.Pin("p", 1),
                new Rule.Bury(filter),
                new Rule.Boost(Rule.Quality.MARGIN, -0.5, ProductFilter.ALL),
                new Rule.Only(filter),
                new Rule.Exclude(filter),
                new Rule.Cap(Rule.Trait.CATEGORY, 2),
                new Rule.HideCart(30),
                new Rule.HideBought(List.of("Food"), 7),
                new Rule.Available(filter, Instant.parse("2026-11-01T00:00:00Z"), null)),
            "dpp:0.3",
            8);
    String json = RecipeJson.write(recipe);
    assertThat(RecipeJson.read(json)).isEqualTo(recipe);
    assertThat(json)
        .contains("{\"source\":\"personal\",\"weight\":2.5}")
        .contains("{\"rule\":\"boost\",\"by\":\"margin\",\"strength\":-0.5,\"filter\":{}}")
        .contains("\"from\":\"2026-11-01T00:00:00Z\"")
        .doesNotContain("null");
  }

  @Test
  void theStandardRecipesAreRight() {
    assertThat(StandardRecipes.byPlacement().keySet())
        .containsExactly(
            "home", "product", "cart", "post-purchase", "email", "chat", "empty-search");
    StandardRecipes.byPlacement()
        .values()
        .forEach(recipe -> assertThat(RecipeJson.read(RecipeJson.write(recipe))).isEqualTo(recipe));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /sources | name at least one source",
        "{'sources':[{'source':'magic','weight':1}]} | /sources/0/source | must be one of personal",
        "{'sources':[{'source':'picks','weight':1}]} | /sources/0/products | name the products",
        "{'sources':[{'source':'new','weight':0}]} | /sources/0/weight | greater than 0",
        "{'sources':[{'source':'new','weight':1},{'source':'new','weight':1}]}"
            + "| /sources/1/source | is there twice",
        "{'fallback':['new'],'n':101} | /n | must be 1 to 100, but is 101",
        "{'fallback':['new'],'diversify':'much'} | /diversify | must be off",
        "{'fallback':['new'],'rules':[{'rule':'pin','product':'p','place':0}]}"
            + "| /rules/0/place | must be 1 to 100",
        "{'fallback':['new'],'rules':[{'rule':'bury'}]} | /rules/0/filter | has no condition",
        "{'fallback':['new'],'rules':[{'rule':'boost','strength':0}]}"
            + "| /rules/0/strength | must be −1 to 10",
        "{'fallback':['new'],'rules':[{'rule':'cap','most':1}]} | /rules/0/trait | is missing",
        "{'fallback':['new'],'rules':[{'rule':'jump'}]} | /rules/0 | cannot be read",
        "{'fallback':['new'],'colour':'red'} | /colour | cannot be read",
        "{'fallback':['picks']} | /fallback/0 | cannot be picks",
      })
  void everyFaultSaysWhereItIs(String json, String pointer, String words) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> RecipeJson.read(json.replace('\'', '"')));
    assertThat(refused.errors()).extracting(FieldError::pointer).contains(pointer);
    assertThat(refused).hasMessageContaining(words);
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> RecipeJson.read("{\n'"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> RecipeJson.read("null")).isInstanceOf(InvalidInputException.class);
  }
}
