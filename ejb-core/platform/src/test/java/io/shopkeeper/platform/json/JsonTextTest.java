package io.shopkeeper.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void textsComeBack() {
    Map<String, String> texts = Map.of("a\"b", "c\nd", "名", "值", "empty", "");
    assertThat(JsonText.readTexts(JsonText.write(texts))).isEqualTo(texts);
  }

  @Test
  void metricsAndCurvesComeBack() {
    Map<String, Map<String, Double>> metrics = Map.of("test", Map.of("ndcg_at_10", 0.125));
    Map<String, List<Double>> curves = Map.of("loss", List.of(1.0, 0.5));
    assertThat(JsonText.readMetrics(JsonText.write(metrics))).isEqualTo(metrics);
    assertThat(JsonText.readCurves(JsonText.write(curves))).isEqualTo(curves);
  }

  @Test
  void nullIsAnEmptyMap() {
    assertThat(JsonText.readTexts(JsonText.write(null))).isEmpty();
  }

  @Test
  void damageIsSaid() {
    assertThatThrownBy(() -> JsonText.readTexts("{"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged");
  }
}
