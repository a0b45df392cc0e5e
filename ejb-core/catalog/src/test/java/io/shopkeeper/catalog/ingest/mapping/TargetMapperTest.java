package io.shopkeeper.catalog.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.MappingStep;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.RowTest;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMapperTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upper          |               | ab1     | AB1",
        "absolute       |               | -6      | 6",
        "absolute       |               | -6.50   | 6.5",
        "cut            | tail=.0       | 17850.0 | 17850",
        "cut            | head=SKU-     | SKU-7   | 7",
        "replace        | find=/;with=_ | a/b     | a_b",
        "split          | by=,          | a, b    | a",
        "split          | by=,;part=-1  | a, b    | b",
        "number         | decimal=,     | 1,5     | 1.5",
        "number         | decimal=,;group=. | 1.234,50 € | 1234.5",
        "times          | by=0.01       | 1999    | 19.99",
        "divide         | by=4          | 10      | 2.5",
        "round          | decimals=2    | 2.345   | 2.35",
        "sign           | negative=return;positive=purchase | -1 | return",
        "sign           | negative=return;positive=purchase | 3  | purchase",
        "prefix         | text=uci-     | 1       | uci-1",
        "date           | format=d.M.yyyy H:mm;zone=Europe/Berlin | 1.12.2010 8:26 |"
            + " 2010-12-01T07:26:00Z",
        "date           | format=M/d/yyyy h:mm a | 12/1/2010 8:26 pm | 2010-12-01T20:26:00Z",
        "date           | format=yyyy年M月d日 | 2010年12月1日 | 2010-12-01T00:00:00Z",
        "id             |               | P-17    | P-17"
      })
  void aStepChangesAValue(String action, String options, String value, String expected) {
    assertThat(map(rule("c", step(action, options)), Map.of("c", value)).get("id"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date     | format=d.M.yyyy | yesterday",
        "date     | format=d.M.yyyy | 31.2.20x0",
        "absolute |                 | six",
        "divide   | column=zero     | 6",
        "times    | by=2            | 1e99999"
      })
  void aValueThatAStepCannotReadIsAnErrorOfItsField(String action, String options, String value) {
    var errors = new ArrayList<FieldError>();
    var fields =
        mapper(rule("c", step(action, options)))
            .map(new RowValues(1, Map.of("c", value, "zero", "0")), errors);
    assertThat(fields).isEmpty();
    assertThat(errors).extracting(FieldError::pointer).containsExactly("/id");
  }

  @Test
  void columnsAreJoinedWithoutTheEmptyOnes() {
    var rule = new FieldRule(List.of("a", "b", "#row"), "-", null, null, List.of(), null);
    assertThat(map(rule, Map.of("a", "x", "b", " ")).get("id")).isEqualTo("x-7");
  }

  @Test
  void anEmptyValueTakesWhatStandsForIt() {
    var rule = new FieldRule(List.of("a"), null, null, "Other", List.of(), null);
    assertThat(map(rule, Map.of()).get("id")).isEqualTo("Other");
  }

  @Test
  void aLookupKeepsWhatItDoesNotKnowUnlessToldOtherwise() {
    var table = Map.of("1", "fraud", "0", "cleared");
    assertThat(map(rule("c", new MappingStep("lookup", Map.of(), table)), Map.of("c", "1")))
        .containsEntry("id", "fraud");
    assertThat(map(rule("c", new MappingStep("lookup", Map.of(), table)), Map.of("c", "x")))
        .containsEntry("id", "x");
    var strict = new MappingStep("lookup", Map.of("otherwise", "?"), table);
    assertThat(map(rule("c", strict), Map.of("c", "x"))).containsEntry("id", "?");
  }

  @Test
  void aStepMayAskAnotherColumn() {
    FieldRule rule = rule("c", step("when", "column=who;test=missing"));
    assertThat(map(rule, Map.of("c", "x", "who", ""))).containsEntry("id", "x");
    assertThat(map(rule, Map.of("c", "x", "who", "mei"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "present,,x,true",
    "present,,' ',false",
    "missing,,'',true",
    "like,C*,C12,true",
    "unlike,C*,C12,false",
    "like,#####|#####?,85123A,true",
    "like,#####|#####?,POST,false",
    "above,0,2.5,true",
    "above,0,0,false",
    "below,0,-1,true",
    "above,0,none,false",
    "equals,a,a,true",
    "differs,a,a,false"
  })
  void rowsAreWantedOrNot(String test, String value, String cell, boolean wanted) {
    var target =
        new MappingTarget(
            ImportKind.PRODUCTS,
            null,
            false,
            List.of(new RowTest("c", test, value)),
            new LinkedHashMap<>());
    assertThat(new TargetMapper(target).wants(new RowValues(1, Map.of("c", cell))))
        .isEqualTo(wanted);
  }

  /** Patterns come from people: an unlucky one must not stop the server. */
  @Test
  void aPatternOfManyStarsTakesNoTime() {
    assertThat(new Wildcard("*a".repeat(500) + "b").matches("a".repeat(5000))).isFalse();
  }

  private static Map<String, String> map(FieldRule rule, Map<String, String> cells) {
    return mapper(rule).map(new RowValues(7, cells), new ArrayList<>());
  }

  private static TargetMapper mapper(FieldRule rule) {
    var fields = new LinkedHashMap<String, FieldRule>();
    fields.put("id", rule);
    return new TargetMapper(new MappingTarget(ImportKind.PRODUCTS, null, false, List.of(), fields));
  }

  private static FieldRule rule(String column, MappingStep step) {
    return new FieldRule(List.of(column), null, null, null, List.of(step), null);
  }

  private static MappingStep step(String action, String options) {
    var map = new LinkedHashMap<String, String>();
    if (options != null) {
      for (String pair : options.split(";")) {
        map.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    return new MappingStep(action, map, Map.of());
  }
}
