package io.shopkeeper.catalog.clean.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.PreviewRow;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect.Outcome;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineTest {

  /** Every row is exactly one of accepted, repaired, quarantined; and cleaned once is clean. */
  @Property(tries = 150)
  void countsAddUpAndCleaningIsIdempotent(
      @ForAll("kinds") ImportKind kind, @ForAll("files") List<Map<String, String>> file) {
    Pipeline first = pipeline(kind, everything(kind));
    file.forEach(first::observe);
    var cleaned = new ArrayList<Map<String, String>>();
    int accepted = 0;
    int repaired = 0;
    int quarantined = 0;
    for (Map<String, String> row : file) {
      CleanedRow clean = first.clean(row);
      if (!clean.faults().isEmpty()) {
        quarantined++;
      } else if (!clean.repairs().isEmpty()) {
        repaired++;
        assertThat(clean.fields()).isNotEqualTo(row);
      } else {
        accepted++;
      }
      clean.repairs().forEach(note -> assertThat(note.before()).isNotEqualTo(note.after()));
      cleaned.add(new LinkedHashMap<>(clean.fields()));
    }
    assertThat(accepted + repaired + quarantined).isEqualTo(file.size());
    for (Map<String, String> row : cleaned) {
      assertThat(first.preview(row).effects())
          .filteredOn(
              effect -> effect.outcome() == Outcome.REPAIRED || effect.outcome() == Outcome.READ)
          .isEmpty();
    }
  }

  /** The same file gives the same answers, so that an import goes on after a crash. */
  @Property(tries = 40)
  void theSameFileIsCleanedTheSameWay(@ForAll("files") List<Map<String, String>> file) {
    var answers = new ArrayList<List<CleanedRow>>();
    for (int run = 0; run < 2; run++) {
      Pipeline pipeline = pipeline(ImportKind.PRODUCTS, everything(ImportKind.PRODUCTS));
      file.forEach(pipeline::observe);
      answers.add(file.stream().map(pipeline::clean).toList());
    }
    assertThat(answers.get(0)).isEqualTo(answers.get(1));
  }

  @Test
  void aPreviewSaysWhichStepDidWhat() {
    PreviewRow row =
        pipeline(ImportKind.PRODUCTS, StandardPipelines.of(ImportKind.PRODUCTS))
            .preview(Map.of("id", "１７", "titleEn", "白色 马克杯", "price", "€ 1.234,50"));
    assertThat(row.after())
        .isEqualTo(Map.of("id", "17", "titleZh", "白色 马克杯", "price", "1234.50", "currency", "EUR"));
    assertThat(row.effects())
        .extracting(StepEffect::step, StepEffect::rule, StepEffect::field)
        .contains(
            org.assertj.core.groups.Tuple.tuple(0, "characters.form", "id"),
            org.assertj.core.groups.Tuple.tuple(1, "currency.sign", "price"),
            org.assertj.core.groups.Tuple.tuple(2, "number.separators", "price"),
            org.assertj.core.groups.Tuple.tuple(6, "language.moved", "titleEn"));
  }

  @Test
  void stepsThatAreOffDoNothing() {
    var off = new StepData(StepType.NUMBER, false, Map.of());
    assertThat(pipeline(ImportKind.PRODUCTS, List.of(off)).clean(Map.of("price", "1,5")).fields())
        .containsEntry("price", "1,5");
  }

  @Test
  void everyFaultOfAPipelineIsNamed() {
    var steps =
        List.of(
            new StepData(StepType.RANGE, true, Map.of("field", "price")),
            new StepData(StepType.NUMBER, true, Map.of("colour", "red")),
            new StepData(StepType.OUTLIER, false, Map.of("fields", "price", "limit", "-1")));
    assertThatThrownBy(() -> Steps.check(ImportKind.PRODUCTS, steps))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/steps/0/options/low")
        .hasMessageContaining("/steps/1/options/colour")
        .hasMessageContaining("/steps/2/options/limit");
  }

  @ParameterizedTest
  @EnumSource(ImportKind.class)
  void theStandardPipelinesAreValidAndLeaveASoundRowAlone(ImportKind kind) {
    Steps.check(kind, StandardPipelines.of(kind));
    Map<String, String> sound =
        Map.of(
            "id",
            "p-1",
            "titleEn",
            "Steel knife",
            "price",
            "19.90",
            "time",
            "2026-01-02T03:04:05Z");
    CleanedRow clean = pipeline(kind, StandardPipelines.of(kind)).clean(sound);
    assertThat(clean.fields()).isEqualTo(sound);
    assertThat(clean.repairs()).isEmpty();
    assertThat(clean.doubts()).isEmpty();
    assertThat(clean.faults()).isEmpty();
  }

  @Test
  void notesTellBeforeAndAfter() {
    RowNote note =
        pipeline(ImportKind.PRODUCTS, List.of(new StepData(StepType.NUMBER, true, Map.of())))
            .clean(Map.of("price", "1.234,5"))
            .repairs()
            .getFirst();
    assertThat(note).isEqualTo(new RowNote("number.separators", "price", "1.234,5", "1234.5", ""));
  }

  private static Pipeline pipeline(ImportKind kind, List<StepData> steps) {
    return Pipeline.of(kind, steps, ShopKnowledge.none());
  }

  /** All types of steps, each doing as much as it can. */
  private static List<StepData> everything(ImportKind kind) {
    var steps = new ArrayList<StepData>();
    for (StepData step : StandardPipelines.of(kind)) {
      steps.add(new StepData(step.type(), true, step.options()));
    }
    steps.addFirst(
        new StepData(
            StepType.RULE,
            true,
            Map.of(
                "field", "brand", "test", "EQUALS", "value", "acme", "then", "SET", "to", "Acme")));
    steps.add(1, new StepData(StepType.UNITS, true, Map.of()));
    steps.add(
        new StepData(
            StepType.MISSING, true, Map.of("field", "price", "action", "MEDIAN", "by", "brand")));
    steps.add(new StepData(StepType.MISSING, true, Map.of("field", "brand", "action", "MODE")));
    steps.add(
        new StepData(
            StepType.RANGE,
            true,
            Map.of("field", "price", "low", "0", "high", "1000", "action", "CLIP")));
    return steps;
  }

  @Provide
  Arbitrary<ImportKind> kinds() {
    return Arbitraries.of(ImportKind.PRODUCTS, ImportKind.CUSTOMERS, ImportKind.ORDERS);
  }

  @Provide
  Arbitrary<List<Map<String, String>>> files() {
    Arbitrary<String> fields =
        Arbitraries.of(
            "id",
            "titleEn",
            "titleZh",
            "categoryPath",
            "brand",
            "price",
            "currency",
            "attributes",
            "email",
            "phone",
            "placedAt",
            "registeredAt",
            "stock");
    Arbitrary<String> odd =
        Arbitraries.of(
            "1,234",
            "1.234",
            "0,125",
            "-5",
            "(12.00)",
            "€5",
            "5 元",
            "US$ 1,000.00",
            "12 USD",
            "rmb",
            "N/A",
            " ",
            "Home > Kitchen",
            "home/kitchen",
            "HOME/Kitchen ",
            "acme",
            "Acme",
            "白色 杯子",
            "weight=500 g;length=2 in",
            "{\"w\":\"1 lb\"}",
            "01/02/2026",
            "2026-03-29 02:30:00",
            "31.12.2025 8:26",
            "2026-02-30",
            "mailto:A@B.c",
            "0049 (0) 30 1234567",
            "+86 10 1234",
            "17850.0",
            "ｆｕｌｌ　ｗｉｄｔｈ",
            "a\u0000b\u200b",
            "\ud800x",
            " \u0301x",
            "e\u0301",
            "9999999");
    Arbitrary<String> values = Arbitraries.oneOf(odd, odd, Arbitraries.strings().ofMaxLength(12));
    return Arbitraries.maps(fields, values).ofMinSize(1).ofMaxSize(8).list().ofMaxSize(40);
  }
}
