package io.shopkeeper.console.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that an experiment can be or say has words, and so has every text of its pages. */
class ExperimentWordsTest {

  private static final Pattern KEY =
      Pattern.compile("(?:t\\[|words\\.format\\()'((?:experiments?|placements?)\\.[^']+)'");

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyKindHasWords(String bundle) throws IOException {
    Properties words = words(bundle);
    for (ExperimentState state : ExperimentState.values()) {
      assertThat(words).containsKey("experimentState." + state);
    }
    for (ExperimentVerdict verdict : ExperimentVerdict.values()) {
      assertThat(words).containsKey("experimentVerdict." + verdict);
    }
    for (Metric metric : Metric.values()) {
      assertThat(words)
          .containsKeys("experimentMetric." + metric.word(), "experimentMean." + metric.word());
    }
    assertThat(words)
        .containsKeys("experimentGuard.SAFE", "experimentGuard.BREACHED", "experimentGuard.OPEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyTextOfThePagesHasWords(String bundle) throws IOException {
    Properties words = words(bundle);
    for (String page :
        new String[] {
          "experiments.xhtml",
          "experiment.xhtml",
          "WEB-INF/experiment/form.xhtml",
          "WEB-INF/experiment/design.xhtml",
          "WEB-INF/experiment/figures.xhtml"
        }) {
      Matcher key = KEY.matcher(Files.readString(Path.of("src/main/webapp", page)));
      while (key.find()) {
        assertThat(words).as(page).containsKey(key.group(1));
      }
    }
  }

  private static Properties words(String bundle) throws IOException {
    var words = new Properties();
    try (var reader =
        new InputStreamReader(
            ExperimentWordsTest.class.getResourceAsStream("/io/shopkeeper/console/" + bundle),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
