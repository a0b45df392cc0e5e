package io.shopkeeper.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Shelf;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumablesTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final List<String> PANTRY = List.of("Home/Pantry", "Care");
  private static final long USUAL = 30;

  private static Article article(String id, String category, Map<String, String> attributes) {
    return Article.of(
        new ProductData(
            id,
            "Thing",
            null,
            null,
            null,
            category,
            null,
            BigDecimal.ONE,
            "EUR",
            1,
            attributes,
            null,
            true,
            null));
  }

  private static Optional<Duration> again(String category, String said) {
    return Consumables.again(
        article("p", category, said == null ? Map.of() : Map.of("consumable", said)),
        PANTRY,
        USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", " YES ", "true", "是"})
  void whatTheShopSaysIsUsedUpIsNeededAgainAfterTheUsualTime(String said) {
    assertThat(again("Home/Lamps", said)).contains(Duration.ofDays(USUAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "false", "否", "-3", "2.5", "12345"})
  void whatIsSaidAndNoYesIsDurableWhateverItsCategory(String said) {
    assertThat(again("Home/Pantry", said)).isEmpty();
  }

  @Test
  void aProductMayHaveItsOwnTime() {
    assertThat(again("Home/Lamps", "7")).contains(Duration.ofDays(7));
    assertThat(again("Home/Pantry", " 365 ")).contains(Duration.ofDays(365));
    assertThat(again("Home/Lamps", "0")).contains(Duration.ZERO);
  }

  @Test
  void whereNothingIsSaidTheCategoryOrOneAboveItDecides() {
    assertThat(again("Home/Pantry", null)).contains(Duration.ofDays(USUAL));
    assertThat(again("Care/Soap", null)).contains(Duration.ofDays(USUAL));
    assertThat(again("Home/Pantry shelves", null)).as("another category").isEmpty();
    assertThat(again("Home", null)).as("the category above it").isEmpty();
    assertThat(again("Home/Pantry", "  ")).as("nothing but blanks").isPresent();
  }

  @Test
  void durablesAreKeptForGoodAndConsumablesUntilTheyAreNeededAgain() {
    var shelf = new Shelf();
    shelf.put(article("lamp", "Home/Lamps", Map.of()));
    for (String rice : List.of("just", "soon", "long")) {
      shelf.put(article(rice, "Home/Pantry", Map.of()));
    }
    Duration usual = Duration.ofDays(USUAL);
    Map<String, Instant> owned =
        Map.of(
            "lamp", NOW.minus(Duration.ofDays(3650)),
            "just", NOW.minus(usual),
            "soon", NOW.minus(usual).plusMillis(1),
            "long", NOW.minus(usual.multipliedBy(9)),
            "gone", NOW.minus(usual.multipliedBy(9)));
    assertThat(
            Consumables.notYetNeeded(
                owned, shelf, article -> Consumables.again(article, PANTRY, USUAL), NOW))
        .containsOnlyKeys("lamp", "soon", "gone")
        .containsEntry("soon", owned.get("soon"));
  }

  @Test
  void everySettingHasItsWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      for (SettingDefinition one :
          new SettingDefinition[] {Consumables.CATEGORIES, Consumables.DAYS}) {
        assertThat(one.label(locale)).isNotBlank();
        assertThat(one.help(locale)).isNotBlank();
      }
    }
  }
}
