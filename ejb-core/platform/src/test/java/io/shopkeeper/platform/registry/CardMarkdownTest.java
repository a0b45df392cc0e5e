package io.shopkeeper.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.ModelCard;
import io.shopkeeper.platform.boundary.ModelVersionView;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CardMarkdownTest {

  @Test
  void theCardSpeaksItsLanguage() {
    assertThat(CardMarkdown.of(card("en")))
        .contains(
            "# recommendation v3", "## Intended use", "| time:0.2 | ndcg\\_at\\_10 | 0.4000 |")
        .contains("0.3804 … 0.4196");
    assertThat(CardMarkdown.of(card("zh-CN"))).contains("## 用途", "候选").doesNotContain("Metrics");
  }

  @Test
  void whatPeopleWroteBecomesNoMarkup() {
    assertThat(CardMarkdown.of(card("en")))
        .contains("mei \\| \\*admin\\*")
        .contains("\\<script\\>")
        .doesNotContain("<script>");
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    ResourceBundle english =
        ResourceBundle.getBundle("io.shopkeeper.platform.registry.card", java.util.Locale.ROOT);
    ResourceBundle chinese =
        ResourceBundle.getBundle(
            "io.shopkeeper.platform.registry.card", java.util.Locale.SIMPLIFIED_CHINESE);
    for (String key : english.keySet()) {
      assertThat(chinese.getString(key)).as(key).isNotBlank();
    }
  }

  private static ModelCard card(String language) {
    ModelVersionView view = Versions.measured(3, 0.4, 0.01);
    return new ModelCard(
        view.name(),
        view.version(),
        language,
        view.algorithm(),
        view.stage(),
        view.createdAt(),
        view.createdBy(),
        "<script>",
        "",
        List.of(new ModelCard.Metric("time:0.2", "ndcg_at_10", 0.4, 0.3804, 0.4196)),
        view.hyperParameters(),
        view.seed(),
        view.data(),
        view.provenance(),
        view.files(),
        view.tags(),
        view.notes(),
        List.of());
  }
}
