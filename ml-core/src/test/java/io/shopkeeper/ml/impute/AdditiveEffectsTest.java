package io.shopkeeper.ml.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdditiveEffectsTest {

  @Test
  void itFindsTheEffectsThatMadeTheData() {
    List<AdditiveEffects.Row> rows = new ArrayList<>();
    String[] categories = {"knives", "pans", "cups"};
    String[] brands = {"acme", "best"};
    for (int i = 0; i < 600; i++) {
      double target = 3 + (i % 3) * 0.5 + (i % 2 == 0 ? 0.2 : -0.2);
      rows.add(new AdditiveEffects.Row(List.of(categories[i % 3], brands[i % 2]), target));
    }
    AdditiveEffects model = AdditiveEffects.fit(rows, 0);
    assertThat(model.estimate(List.of("pans", "acme"))).isCloseTo(3.7, within(1e-6));
    assertThat(model.estimate(List.of("cups", "best"))).isCloseTo(3.8, within(1e-6));
    assertThat(model.spread()).isLessThan(1e-6);
    assertThat(model.rows()).isEqualTo(600);
    assertThat(model.known(List.of("cups", "nobody"))).isEqualTo(1);
  }

  @Test
  void onARareValueLittleIsBuilt() {
    List<AdditiveEffects.Row> rows = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      rows.add(new AdditiveEffects.Row(List.of("usual"), 1));
    }
    rows.add(new AdditiveEffects.Row(List.of("rare"), 11));
    double rare = AdditiveEffects.fit(rows, 9).estimate(List.of("rare"));
    // Mean 1.1 and a tenth of the way to 11.
    assertThat(rare).isCloseTo(1.1 + 9.9 / 10, within(1e-9));
  }

  @Test
  void missingAndUnknownValuesHaveNoEffect() {
    var rows =
        List.of(
            new AdditiveEffects.Row(Arrays.asList("a", null), 2),
            new AdditiveEffects.Row(Arrays.asList("b", null), 4));
    AdditiveEffects model = AdditiveEffects.fit(rows, 1);
    assertThat(model.estimate(Arrays.asList(null, "x"))).isEqualTo(3);
    assertThat(model.known(Arrays.asList(null, "x"))).isZero();
    assertThatThrownBy(() -> AdditiveEffects.fit(List.of(), 1)).hasMessageContaining("empty");
  }
}
