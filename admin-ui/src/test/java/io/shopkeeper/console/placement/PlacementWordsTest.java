package io.shopkeeper.console.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.explanation.Fate;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a merchandiser can choose or be told has words. */
class PlacementWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyKindHasWords(String bundle) throws IOException {
    var words = new Properties();
    try (var reader =
        new InputStreamReader(
            PlacementWordsTest.class.getResourceAsStream("/io/shopkeeper/console/" + bundle),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    for (RuleKind kind : RuleKind.values()) {
      assertThat(words).containsKeys("ruleKind." + kind, "ruleHelp." + kind);
    }
    for (RuleField field : RuleField.values()) {
      assertThat(words).containsKey("ruleField." + field);
      field.choices().forEach(choice -> assertThat(words).containsKey("ruleChoice." + choice));
    }
    for (SourceKind kind : SourceKind.values()) {
      assertThat(words).containsKeys("sourceKind." + kind.word(), "sourceHelp." + kind.word());
    }
    for (Rank rank : Rank.values()) {
      assertThat(words).containsKey("rank." + rank.word());
    }
    for (Fate fate : Fate.values()) {
      assertThat(words).containsKeys("fate." + fate, "trace.fate." + fate);
    }
    for (String placement : StandardRecipes.byPlacement().keySet()) {
      assertThat(words).containsKeys("placement." + placement, "placementHelp." + placement);
    }
  }
}
