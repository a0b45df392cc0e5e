package io.shopkeeper.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.features.Feature;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The names of the features and how their values are kept. */
class FeatureTest {

  @Test
  void everyFeatureHasANameInBothLanguages() {
    for (Feature feature : Feature.all()) {
      assertThat(feature.label(Locale.ENGLISH)).as(feature.word()).matches("[A-Z][ -~’]+");
      assertThat(feature.label(Locale.SIMPLIFIED_CHINESE))
          .as(feature.word())
          .matches(".*\\p{IsHan}.*");
    }
  }

  @Test
  void everySourceButTheWholeAssortmentHasAScoreAndAPlaceOfItsOwn() {
    for (SourceKind kind : SourceKind.values()) {
      int score = SourceFeatures.scoreOf(kind);
      if (kind == SourceKind.ASSORTMENT) {
        assertThat(score).isNegative();
        continue;
      }
      assertThat(Feature.all().get(score).word()).isEqualTo(kind.word() + "_score");
      assertThat(Feature.all().get(SourceFeatures.placeOf(score)).word())
          .isEqualTo(kind.word() + "_place");
    }
  }

  @Test
  void rowsComeBackFromBytesAndMissingStaysMissing() {
    float[] rows = new float[2 * Feature.WIDTH];
    rows[0] = 0.5f;
    rows[1] = Float.NaN;
    rows[Feature.WIDTH] = -3.25f;
    byte[] packed = FeatureBytes.pack(rows);
    assertThat(packed).hasSize(2 * Feature.WIDTH * 2);
    assertThat(FeatureBytes.unpack(packed)).containsExactly(rows);
    assertThatThrownBy(() -> FeatureBytes.unpack(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bytes are no rows");
  }
}
