package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.training.TuningOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgorithmFormsTest {

  private static final AlgorithmForms FORMS =
      new AlgorithmForms(Map.of("values", "logarithm"), Map.of("popularity", "trending"));
  private static final RankingAlgorithm<?> NEIGHBOURS =
      RankingAlgorithms.find("item-neighbours-cosine").orElseThrow();
  private static final RankingAlgorithm<?> EASE = RankingAlgorithms.find("ease").orElseThrow();

  @Test
  void everyAlgorithmHasAFormInBothLanguages() {
    for (RankingAlgorithm<?> algorithm : RankingAlgorithms.all()) {
      AlgorithmForm english = FORMS.form(algorithm, Locale.ENGLISH);
      AlgorithmForm chinese = FORMS.form(algorithm, Locale.CHINESE);
      assertThat(english.title()).isNotEqualTo(chinese.title());
      assertThat(english.presets())
          .allSatisfy(preset -> assertThat(preset.title()).isNotEqualTo(preset.name()));
      assertThat(chinese.presets())
          .allSatisfy(preset -> assertThat(preset.title()).matches(".*[\\p{IsHan}].*|VMIS.*"));
      assertThat(english.fields())
          .allSatisfy(
              field -> {
                assertThat(field.help()).isNotBlank();
                assertThat(english.presets())
                    .allMatch(preset -> preset.values().containsKey(field.name()));
              });
    }
  }

  @Test
  void theModulesOwnValuesStandInEveryPreset() {
    AlgorithmForm form = FORMS.form(NEIGHBOURS, Locale.ENGLISH);
    assertThat(form.presets())
        .allMatch(preset -> preset.values().get("values").equals("logarithm"));
    assertThat(form.fields())
        .filteredOn(field -> field.name().equals("values"))
        .extracting(AlgorithmForm.Field::standard)
        .containsExactly("logarithm");
    assertThat(FORMS.form(EASE, Locale.ENGLISH).fields())
        .noneMatch(field -> field.name().equals("values"));
  }

  @Test
  void theModulesUsualPresetIsTheFirst() {
    RankingAlgorithm<?> popularity = RankingAlgorithms.find("popularity").orElseThrow();
    assertThat(FORMS.form(popularity, Locale.ENGLISH).presets())
        .extracting(AlgorithmForm.Preset::name)
        .startsWith("trending")
        .contains("all-time");
    assertThat(FORMS.complete(popularity, null, Map.of()))
        .isEqualTo(Map.of("halfLifeDays", "30.0"));
  }

  @Test
  void whatIsChosenCountsBeforeThePreset() {
    assertThat(FORMS.complete(EASE, "recent", Map.of("penalty", "100")))
        .containsEntry("penalty", "100.0")
        .containsEntry("recency", "0.6")
        .containsOnlyKeys("penalty", "recency", "window");
    assertThat(FORMS.complete(EASE, null, Map.of())).containsEntry("recency", "1.0");
  }

  @Test
  void everyFaultIsNamedAtItsOption() {
    InvalidInputException wrong =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                FORMS.complete(
                    NEIGHBOURS,
                    null,
                    Map.of(
                        "neighbours", "0",
                        "similarity", "looks",
                        "shrinkage", "much",
                        "colour", "red",
                        "recency", "0.5")));
    assertThat(wrong.errors())
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder(
            "/options/neighbours", "/options/similarity", "/options/shrinkage", "/options/colour");
    assertThat(wrong.errors())
        .filteredOn(error -> error.pointer().endsWith("neighbours"))
        .extracting(FieldError::message)
        .isEqualTo(List.of("must be from 1 to 1000, but is 0"));
  }

  @Test
  void aPresetThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> FORMS.complete(EASE, "loud", Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("/preset: must be one of " + String.join(", ", EASE.presets().keySet()));
  }

  @Test
  void whatCannotBeSearchedIsNamed() {
    Map<String, String> options = FORMS.complete(EASE, null, Map.of());
    FORMS.check(EASE, options, TuningOrder.usual());
    FORMS.check(EASE, options, searching(Map.of("penalty", "1..100", "recency", "")));
    assertThatThrownBy(() -> FORMS.check(EASE, options, searching(Map.of("colour", ""))))
        .hasMessageStartingWith("/tuning/ranges/colour: cannot be searched; these can: penalty");
    assertThatThrownBy(() -> FORMS.check(EASE, options, searching(Map.of("penalty", "9..1"))))
        .hasMessage("/tuning/ranges/penalty: must run from the least to the most, but is 9..1");
    assertThatThrownBy(() -> FORMS.check(EASE, options, searching(Map.of("recency", "0.5..7"))))
        .hasMessageStartingWith("/tuning/ranges/recency: must be within");
    assertThatThrownBy(() -> FORMS.check(EASE, options, searching(Map.of("penalty", "few"))))
        .hasMessage("/tuning/ranges/penalty: must be a range such as 0.01..1, but is few");
    assertThatThrownBy(() -> FORMS.check(NEIGHBOURS, options(), searching(similarity("0..1"))))
        .hasMessageStartingWith("/tuning/ranges/similarity: has no order");
  }

  private static Map<String, String> options() {
    return FORMS.complete(NEIGHBOURS, null, Map.of());
  }

  private static Map<String, String> similarity(String range) {
    return Map.of("similarity", range);
  }

  private static TuningOrder searching(Map<String, String> ranges) {
    return new TuningOrder("random", 5, 1, ranges);
  }

  @Test
  void aRequestSurvivesTheJob() {
    var request =
        new TrainingRequest(
            "ease",
            "recent",
            Map.of("penalty", "1"),
            7L,
            "worker",
            "kfold:5",
            new TuningOrder("random", 5, 1, Map.of("penalty", "1..100", "recency", "")));
    assertThat(TrainingRequest.of(request.parameters())).isEqualTo(request);
    assertThat(TrainingRequest.of(Map.of("algorithm", "ease")))
        .isEqualTo(TrainingRequest.of("ease"));
    assertThat(TrainingRequest.of("ease").seedOrUsual()).isEqualTo(42);
    assertThatThrownBy(
            () -> new TrainingRequest(null, null, null, null, "moon", null, null).place())
        .hasMessage("/executor: must be one of auto, worker, server");
  }
}
