package io.shopkeeper.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.OptionField;
import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.family.TableAlgorithms;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an option can be has words in both languages. */
class OptionWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "zh-CN"})
  void everyChoiceOfEveryAlgorithmHasAWord(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "io.shopkeeper.console.messages",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Set<String> choices = new TreeSet<>();
    TableAlgorithms.all().forEach(algorithm -> choices.addAll(choices(algorithm)));
    RankingAlgorithms.all().forEach(algorithm -> choices.addAll(choices(algorithm)));
    assertThat(choices)
        .contains("depth-wise", "none", "cosine")
        .allMatch(choice -> words.containsKey("optionChoice." + choice));
  }

  private static <O extends Record, M extends TrainedModel> List<String> choices(
      Algorithm<?, O, M> algorithm) {
    return OptionsForm.of(algorithm).fields().stream()
        .map(OptionField::choices)
        .flatMap(List::stream)
        .toList();
  }
}
