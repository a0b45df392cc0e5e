package io.shopkeeper.catalog.clean.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowNote;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19.90|19.90",
        "1,234.50|1234.50",
        "1.234,50|1234.50",
        "1 234,5|1234.5",
        "1'234.50|1234.50",
        "(12.00)|-12.00",
        "+5|5",
        "1,5|1.5",
        "1,234,567|1234567",
        "1.234.567|1234567",
        "0,125|0.125",
        "1.234|1.234",
        "1,234|1234"
      })
  void numbersAreReadAsPeopleWriteThem(String text, String number) {
    assertThat(clean(step(StepType.NUMBER), Map.of("price", text)).fields())
        .containsEntry("price", number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"abc", "1,2,3", "12,34.5.6", "1 apple", "--5"})
  void whatIsNoNumberStaysAsItIs(String text) {
    assertThat(clean(step(StepType.NUMBER), Map.of("price", text)).fields())
        .containsEntry("price", text);
  }

  @Test
  void theFileTellsWhatACommaIs() {
    Pipeline pipeline = pipeline(step(StepType.NUMBER));
    pipeline.observe(Map.of("price", "12,50"));
    assertThat(pipeline.clean(Map.of("price", "1,234")).fields()).containsEntry("price", "1.2340");
    Pipeline unsure = pipeline(step(StepType.NUMBER));
    CleanedRow row = unsure.clean(Map.of("price", "1,234"));
    assertThat(row.fields()).containsEntry("price", "1234");
    assertThat(row.doubts()).extracting(RowNote::rule).containsExactly("number.ambiguous");
  }

  @Test
  void idsThatASpreadsheetMadeNumbersAreMended() {
    CleanedRow row =
        clean(
            step(StepType.NUMBER), Map.of("customerId", "17850.0", "quantity", "6.0", "id", "A.0"));
    assertThat(row.fields()).isEqualTo(Map.of("customerId", "17850", "quantity", "6", "id", "A.0"));
    assertThat(row.repairs())
        .extracting(RowNote::rule)
        .containsExactlyInAnyOrder("number.id", "number.whole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "€19.90|EUR",
        "19,90 €|EUR",
        "US$ 5|USD",
        "5 元|CNY",
        "CHF 12.50|CHF",
        "£3|GBP",
        "￥8|CNY",
        "$7|USD"
      })
  void signsOfCurrenciesMove(String price, String code) {
    CleanedRow row = clean(step(StepType.CURRENCY), Map.of("price", price));
    assertThat(row.fields()).containsEntry("currency", code);
    assertThat(row.fields().get("price")).matches("[\\d.,]+");
  }

  @Test
  void aSignAgainstTheCurrencyIsAFaultAndAnUnknownWordStays() {
    assertThat(clean(step(StepType.CURRENCY), Map.of("price", "€5", "currency", "GBP")).faults())
        .extracting(RowNote::rule)
        .containsExactly("currency.conflict");
    assertThat(clean(step(StepType.CURRENCY), Map.of("price", "5 apples")).fields())
        .containsEntry("price", "5 apples");
  }

  @Test
  void pricesAreConvertedOnce() {
    StepData convert =
        step(
            StepType.CURRENCY, "standard", "EUR", "convert", "true", "rates", "GBP=1.17\nUSD=0.92");
    CleanedRow row = clean(convert, Map.of("price", "10.00", "currency", "gbp"));
    assertThat(row.fields()).isEqualTo(Map.of("price", "11.70", "currency", "EUR"));
    assertThat(clean(convert, row.fields()).repairs()).isEmpty();
    assertThat(clean(convert, Map.of("price", "10", "currency", "CNY")).doubts())
        .extracting(RowNote::rule)
        .containsExactly("currency.rate");
    assertThatThrownBy(() -> clean(step(StepType.CURRENCY, "rates", "GBP=x"), Map.of()))
        .hasMessageContaining("rate of GBP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2010-12-01 08:26:00|2010-12-01T08:26:00Z",
        "2010-07-01 08:26|2010-07-01T07:26:00Z",
        "2010-07-01|2010-06-30T23:00:00Z",
        "31/12/2010 8:26|2010-12-31T08:26:00Z",
        "12/31/2010 8:26 PM|2010-12-31T20:26:00Z",
        "2026年3月4日|2026-03-04T00:00:00Z",
        "2010-12-01T08:26:00+02:00|2010-12-01T08:26:00+02:00",
        "2026-03-29 01:30:00|2026-03-29T01:30:00Z"
      })
  void timesWithoutAZoneAreThoseOfTheShop(String text, String time) {
    StepData london = step(StepType.TIME, "zone", "Europe/London");
    assertThat(clean(london, Map.of("placedAt", text)).fields()).containsEntry("placedAt", time);
  }

  @Test
  void theFileTellsWhetherDaysComeFirst() {
    Pipeline pipeline = pipeline(step(StepType.TIME));
    pipeline.observe(Map.of("time", "12/25/2010"));
    assertThat(pipeline.clean(Map.of("time", "3/4/2010")).fields())
        .containsEntry("time", "2010-03-04T00:00:00Z");
    assertThat(pipeline(step(StepType.TIME)).clean(Map.of("time", "3/4/2010")).doubts())
        .extracting(RowNote::rule)
        .containsExactly("time.ambiguous");
    assertThat(pipeline(step(StepType.TIME)).clean(Map.of("time", "2010-02-30")).faults())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 g|0.5 kg",
        "1 lb|0.4535924 kg",
        "12 in|0.3048 m",
        "16 fl oz|0.4731765 l",
        "2 斤|1 kg",
        "0.5 kg|0.5 kg"
      })
  void unitsBecomeThoseOfTheSi(String value, String si) {
    assertThat(UnitsStep.convert(value)).hasValue(si);
  }

  @Test
  void onlyWholeQuantitiesAreConverted() {
    CleanedRow row =
        clean(step(StepType.UNITS), Map.of("attributes", "weight=500 g;note=2 in one;colour=red"));
    assertThat(row.fields().get("attributes"))
        .isEqualTo("{\"weight\":\"0.5 kg\",\"note\":\"2 in one\",\"colour\":\"red\"}");
  }

  @Test
  void categoriesTakeTheShopsSpelling() {
    Pipeline pipeline =
        Pipeline.of(
            ImportKind.PRODUCTS,
            List.of(step(StepType.CATEGORY, "variants", "Cookware=Home/Kitchen")),
            shop(Set.of("Home/Kitchen", "Home/Garden & Patio"), List.of()));
    assertThat(category(pipeline, "home > KITCHEN")).isEqualTo("Home/Kitchen");
    assertThat(category(pipeline, "cookware")).isEqualTo("Home/Kitchen");
    assertThat(category(pipeline, "Home / garden and patio")).isEqualTo("Home/Garden & Patio");
    CleanedRow typo = pipeline.clean(Map.of("categoryPath", "Home/Kichen"));
    assertThat(typo.fields()).containsEntry("categoryPath", "Home/Kichen");
    assertThat(typo.doubts())
        .extracting(RowNote::detail)
        .containsExactly("Home/Kichen is new; is it Home/Kitchen?");
  }

  @Test
  void withoutAShopTheMostFrequentSpellingCounts() {
    Pipeline pipeline = pipeline(step(StepType.CATEGORY));
    for (String spelling : List.of("Toys", "toys", "Toys", "TOYS")) {
      pipeline.observe(Map.of("categoryPath", spelling));
    }
    assertThat(category(pipeline, "TOYS")).isEqualTo("Toys");
  }

  @Test
  void textsInTheOtherLanguageMove() {
    CleanedRow row = clean(step(StepType.LANGUAGE), Map.of("titleEn", "白色马克杯"));
    assertThat(row.fields()).isEqualTo(Map.of("titleZh", "白色马克杯"));
    CleanedRow swapped =
        clean(step(StepType.LANGUAGE), Map.of("titleEn", "白色马克杯", "titleZh", "White mug"));
    assertThat(swapped.fields()).isEqualTo(Map.of("titleEn", "White mug", "titleZh", "白色马克杯"));
    assertThat(clean(step(StepType.LANGUAGE), swapped.fields()).repairs()).isEmpty();
  }

  @Test
  void addressesAndNumbersHaveOneSpelling() {
    CleanedRow row =
        clean(
            step(StepType.CONTACT, "country", "49"),
            Map.of("email", "mailto:Mei@Example.COM", "phone", "030 / 123-4567"));
    assertThat(row.fields()).isEqualTo(Map.of("email", "mei@example.com", "phone", "+49301234567"));
    assertThat(clean(step(StepType.CONTACT), Map.of("phone", "call me")).doubts()).hasSize(1);
  }

  @Test
  void missingNumbersAreMediansOfTheirLike() {
    StepData median = step(StepType.MISSING, "field", "price", "action", "MEDIAN", "by", "brand");
    Pipeline pipeline = pipeline(median);
    IntStream.rangeClosed(1, 11)
        .forEach(i -> pipeline.observe(Map.of("brand", "Acme", "price", "" + i)));
    pipeline.observe(Map.of("brand", "Other", "price", "1000"));
    CleanedRow row = pipeline.clean(Map.of("brand", "Acme"));
    assertThat(row.repairs())
        .containsExactly(
            new RowNote("missing.median", "price", null, "6.00", "median of 11 values of Acme"));
    assertThat(pipeline.clean(Map.of("brand", "Other")).fields()).containsEntry("price", "6.00");
    assertThat(pipeline(median).clean(Map.of()).faults()).hasSize(1);
  }

  @Test
  void missingPricesAreGuessedFromCategoryAndBrand() {
    Pipeline pipeline =
        pipeline(
            step(
                StepType.MISSING,
                "field",
                "price",
                "action",
                "MODEL",
                "by",
                "categoryPath, brand"));
    for (int i = 0; i < 200; i++) {
      boolean knives = i % 2 == 0;
      boolean acme = i % 4 < 2;
      double price = (knives ? 40 : 10) * (acme ? 2 : 1);
      pipeline.observe(
          Map.of(
              "categoryPath",
              knives ? "Home/Knives" : "Home/Cups",
              "brand",
              acme ? "Acme" : "Best",
              "price",
              "" + price));
    }
    CleanedRow row = pipeline.clean(Map.of("categoryPath", "Home/Knives", "brand", "Acme"));
    assertThat(Double.parseDouble(row.fields().get("price"))).isBetween(70.0, 85.0);
    assertThat(row.repairs().getFirst().detail())
        .isEqualTo("model of 200 rows from categoryPath, brand");
    assertThat(pipeline.clean(Map.of("brand", "Nobody")).faults())
        .extracting(RowNote::rule)
        .containsExactly("missing.refused");
  }

  @Test
  void modesDefaultsAndRefusals() {
    Pipeline mode = pipeline(step(StepType.MISSING, "field", "brand", "action", "MODE"));
    for (String brand : List.of("Acme", "Best", "Acme")) {
      mode.observe(Map.of("brand", brand));
    }
    assertThat(mode.clean(Map.of()).fields()).containsEntry("brand", "Acme");
    StepData fixed = step(StepType.MISSING, "field", "brand", "action", "DEFAULT", "value", "none");
    assertThat(clean(fixed, Map.of()).fields()).containsEntry("brand", "none");
    assertThat(clean(step(StepType.MISSING, "field", "brand"), Map.of("brand", " ")).faults())
        .hasSize(1);
    assertThat(clean(step(StepType.MISSING, "field", "brand", "action", "FLAG"), Map.of()).doubts())
        .hasSize(1);
    assertThatThrownBy(
            () -> clean(step(StepType.MISSING, "field", "brand", "action", "MEDIAN"), Map.of()))
        .hasMessageContaining("is no number");
  }

  @Test
  void rangesRefuseFlagAndClip() {
    Map<String, String> row = Map.of("price", "2000");
    assertThat(clean(range("QUARANTINE"), row).faults()).hasSize(1);
    assertThat(clean(range("FLAG"), row).doubts()).hasSize(1);
    assertThat(clean(range("CLIP"), row).fields()).containsEntry("price", "1000");
    assertThat(clean(range("QUARANTINE"), Map.of("price", "1000")).faults()).isEmpty();
    StepData times = step(StepType.RANGE, "field", "time", "low", "2020-01-01T00:00:00Z");
    assertThat(clean(times, Map.of("time", "2019-12-31T23:59:59Z")).faults()).hasSize(1);
  }

  @Test
  void rowsThatComeTwiceAreNoted() {
    Pipeline pipeline =
        pipeline(step(StepType.DUPLICATE, "key", "id", "same", "QUARANTINE", "different", "FLAG"));
    assertThat(pipeline.clean(Map.of("id", "1", "price", "5")).doubts()).isEmpty();
    assertThat(pipeline.clean(Map.of("price", "5", "id", "1")).faults())
        .extracting(RowNote::rule)
        .containsExactly("duplicate.same");
    assertThat(pipeline.clean(Map.of("id", "1", "price", "6")).doubts())
        .extracting(RowNote::rule)
        .containsExactly("duplicate.key");
    assertThat(pipeline.clean(Map.of("id", "2", "price", "5")).doubts()).isEmpty();
  }

  @Test
  void theSameProductUnderAnotherIdIsNoted() {
    Pipeline pipeline =
        Pipeline.of(
            ImportKind.PRODUCTS,
            List.of(step(StepType.NEAR)),
            shop(
                Set.of(),
                List.of(
                    Map.of(
                        "id",
                        "old",
                        "titleEn",
                        "Steel Chef's Knife 20cm",
                        "brand",
                        "Acme",
                        "price",
                        "20.00"))));
    Map<String, String> alike =
        new HashMap<>(
            Map.of(
                "id",
                "new",
                "titleEn",
                "STEEL chefs knife, 20 cm",
                "brand",
                "acme",
                "price",
                "21.00"));
    assertThat(pipeline.clean(alike).doubts())
        .extracting(RowNote::detail)
        .first()
        .asString()
        .startsWith("looks like old");
    alike.put("id", "dear");
    alike.put("price", "90.00");
    assertThat(pipeline.clean(alike).doubts()).isEmpty();
    Map<String, String> same =
        Map.of(
            "id", "old", "titleEn", "Steel Chef's Knife 20cm", "brand", "Acme", "price", "20.00");
    assertThat(pipeline.clean(same).doubts())
        .extracting(RowNote::detail)
        .noneMatch(detail -> detail.contains("old ("));
  }

  @Test
  void theSameCustomerUnderAnotherIdIsNoted() {
    Pipeline pipeline = pipeline(step(StepType.NEAR));
    assertThat(
            pipeline.clean(Map.of("id", "1", "email", "Mei@x.com", "phone", "+49 30 1")).doubts())
        .isEmpty();
    assertThat(pipeline.clean(Map.of("id", "2", "email", "mei@X.com")).doubts())
        .extracting(RowNote::detail)
        .containsExactly("is also that of 1");
    assertThat(pipeline.clean(Map.of("id", "1", "email", "mei@x.com")).doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ROBUST_Z,outlier.robust", "IQR,outlier.iqr"})
  void valuesFarOutAreFlaggedAndStay(String method, String rule) {
    Pipeline pipeline =
        pipeline(step(StepType.OUTLIER, "method", method, "fields", "price", "by", "categoryPath"));
    for (int i = 0; i < 100; i++) {
      pipeline.observe(Map.of("categoryPath", "Cups", "price", "" + (10 + i % 7)));
      pipeline.observe(Map.of("categoryPath", "Laptops", "price", "" + (1000 + i % 70)));
    }
    CleanedRow odd = pipeline.clean(Map.of("categoryPath", "Cups", "price", "1000"));
    assertThat(odd.fields()).containsEntry("price", "1000");
    assertThat(odd.doubts()).extracting(RowNote::rule).containsExactly(rule);
    assertThat(pipeline.clean(Map.of("categoryPath", "Laptops", "price", "1000")).doubts())
        .isEmpty();
    assertThat(pipeline.clean(Map.of("categoryPath", "Cups", "price", "13")).doubts()).isEmpty();
  }

  @Test
  void anOddCombinationIsFlaggedByIsolation() {
    Pipeline pipeline =
        pipeline(
            step(
                StepType.OUTLIER,
                "method",
                "ISOLATION",
                "fields",
                "quantity, unitPrice",
                "scale",
                "LOG",
                "limit",
                "0.58"));
    var random = new java.util.Random(1);
    for (int i = 0; i < 2000; i++) {
      pipeline.observe(
          Map.of(
              "quantity",
              "" + (1 + random.nextInt(12)),
              "unitPrice",
              "" + (1 + random.nextInt(9))));
    }
    Map<String, String> odd = Map.of("quantity", "80995", "unitPrice", "2000");
    pipeline.observe(odd);
    assertThat(pipeline.clean(odd).doubts())
        .extracting(RowNote::rule)
        .containsExactly("outlier.isolation");
    assertThat(pipeline.clean(Map.of("quantity", "6", "unitPrice", "3")).doubts()).isEmpty();
  }

  @Test
  void rulesOfTheShopsOwn() {
    StepData odd =
        step(
            StepType.RULE,
            "field",
            "productId",
            "test",
            "ONE_OF",
            "value",
            "POST, D, M",
            "then",
            "FLAG",
            "to",
            "no product");
    assertThat(clean(odd, Map.of("productId", "POST")).doubts())
        .extracting(RowNote::detail)
        .containsExactly("no product");
    assertThat(clean(odd, Map.of("productId", "85123A")).doubts()).isEmpty();
    StepData cut =
        step(
            StepType.RULE,
            "field",
            "id",
            "test",
            "BEGINS_WITH",
            "value",
            "SKU-",
            "then",
            "REPLACE");
    assertThat(clean(cut, Map.of("id", "SKU-17")).fields()).containsEntry("id", "17");
    StepData map =
        step(
            StepType.RULE,
            "field",
            "status",
            "test",
            "ALWAYS",
            "then",
            "MAP",
            "to",
            "S=shipped\nP=paid");
    assertThat(clean(map, Map.of("status", "S")).fields()).containsEntry("status", "shipped");
    assertThat(clean(map, Map.of("status", "X")).fields()).containsEntry("status", "X");
    StepData negative =
        step(
            StepType.RULE,
            "field",
            "quantity",
            "test",
            "BELOW",
            "value",
            "0",
            "then",
            "QUARANTINE");
    assertThat(clean(negative, Map.of("quantity", "-2")).faults()).hasSize(1);
    StepData clear =
        step(StepType.RULE, "field", "brand", "test", "EQUALS", "value", "-", "then", "CLEAR");
    assertThat(clean(clear, Map.of("brand", "-")).fields()).isEmpty();
    assertThatThrownBy(
            () ->
                clean(
                    step(
                        StepType.RULE,
                        "field",
                        "a",
                        "test",
                        "CONTAINS",
                        "value",
                        "a",
                        "then",
                        "REPLACE",
                        "to",
                        "aa"),
                    Map.of()))
        .hasMessageContaining("would grow");
  }

  @Test
  void wordsForNothingBecomeNothing() {
    CleanedRow row =
        clean(step(StepType.CHARACTERS), Map.of("brand", "N/A", "titleEn", "  A\u0000 Ｂ  c "));
    assertThat(row.fields()).isEqualTo(Map.of("titleEn", "A B c"));
  }

  @Test
  void chinesePunctuationStaysAndWideLettersBecomeNarrow() {
    CleanedRow row = clean(step(StepType.CHARACTERS), Map.of("id", "Ｐ－１", "titleZh", "ＵＳＢ　线，白色。"));
    assertThat(row.fields()).isEqualTo(Map.of("id", "P-1", "titleZh", "USB 线，白色。"));
    StepData all = step(StepType.CHARACTERS, "form", "NFKC");
    assertThat(clean(all, Map.of("titleZh", "白色，大")).fields()).containsEntry("titleZh", "白色,大");
  }

  private static String category(Pipeline pipeline, String path) {
    return pipeline.clean(Map.of("categoryPath", path)).fields().get("categoryPath");
  }

  private static StepData range(String action) {
    return step(StepType.RANGE, "field", "price", "low", "0", "high", "1000", "action", action);
  }

  private static StepData step(StepType type, String... options) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return new StepData(type, true, map);
  }

  private static CleanedRow clean(StepData step, Map<String, String> row) {
    return pipeline(step).clean(row);
  }

  private static Pipeline pipeline(StepData... steps) {
    return Pipeline.of(ImportKind.PRODUCTS, List.of(steps), ShopKnowledge.none());
  }

  private static ShopKnowledge shop(Set<String> categories, List<Map<String, String>> rows) {
    return new ShopKnowledge() {
      @Override
      public ZoneId zone() {
        return ZoneId.of("UTC");
      }

      @Override
      public String currency() {
        return "EUR";
      }

      @Override
      public Set<String> categories() {
        return categories;
      }

      @Override
      public void examples(ImportKind kind, Consumer<Map<String, String>> visitor) {
        new ArrayList<>(rows).forEach(visitor);
      }
    };
  }
}
