package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

  @Test
  void columnsAreFoundByNameInAnySpelling() {
    assertThat(match(ImportKind.PRODUCTS, "ID", "title_en", "Category Path", "库存"))
        .isEqualTo(
            Map.of(
                "ID", "id", "title_en", "titleEn", "Category Path", "categoryPath", "库存", "stock"));
  }

  @Test
  void namesOfWellKnownFilesAreUnderstood() {
    assertThat(match(ImportKind.RATINGS, "userId", "movieId", "rating", "timestamp"))
        .isEqualTo(
            Map.of(
                "userId", "customerId",
                "movieId", "productId",
                "rating", "value",
                "timestamp", "time"));
    assertThat(match(ImportKind.PRODUCTS, "StockCode", "Description", "UnitPrice"))
        .isEqualTo(Map.of("StockCode", "id", "Description", "titleEn", "UnitPrice", "price"));
  }

  @Test
  void aDescriptionBesideATitleIsADescription() {
    Map<String, String> expected =
        Map.of("id", "id", "title", "titleEn", "description", "descriptionEn");
    assertThat(match(ImportKind.PRODUCTS, "id", "title", "description")).isEqualTo(expected);
    assertThat(match(ImportKind.PRODUCTS, "description", "title", "id")).isEqualTo(expected);
  }

  @Test
  void theExactNameGoesBeforeACommonOne() {
    assertThat(match(ImportKind.PRODUCTS, "name", "titleEn"))
        .isEqualTo(Map.of("titleEn", "titleEn"));
  }

  @Test
  void whatTheCallerSaysGoesBeforeEverything() {
    assertThat(
            FieldNames.match(
                ImportKind.PRODUCTS,
                List.of("title", "kind", "brand"),
                Map.of("kind", "titleEn", "brand", "")))
        .isEqualTo(Map.of("kind", "titleEn"));
  }

  @Test
  void unknownColumnsAreLeftOut() {
    assertThat(match(ImportKind.EVENTS, "eventId", "weather")).doesNotContainKey("weather");
  }

  @Property(tries = 200)
  void everyColumnIsAtMostOneFieldAndEveryFieldHasAtMostOneColumn(
      @ForAll ImportKind kind, @ForAll List<String> columns) {
    var all = new ArrayList<>(columns);
    all.addAll(FieldNames.of(kind));
    all.add("name");
    Map<String, String> matched =
        FieldNames.match(kind, all.stream().distinct().toList(), Map.of());
    assertThat(matched.values()).doesNotHaveDuplicates().isSubsetOf(FieldNames.of(kind));
    assertThat(matched.values()).containsAll(FieldNames.of(kind));
  }

  private static Map<String, String> match(ImportKind kind, String... columns) {
    return FieldNames.match(kind, List.of(columns), Map.of());
  }
}
