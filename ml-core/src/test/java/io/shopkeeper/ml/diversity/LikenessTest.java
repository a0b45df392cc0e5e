package io.shopkeeper.ml.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

  private static final double LITTLE = 1e-12;

  /** (1, 2, 0), (2, 0, 1) and nothing: 2 / (√5 · √5). */
  @Test
  void cosinesOfRows() {
    InteractionMatrix rows =
        InteractionMatrix.builder()
            .add(0, 0, 1)
            .add(0, 1, 2)
            .add(1, 0, 2)
            .add(1, 2, 1)
            .atLeast(3, 3)
            .build();
    var cosines = new ItemCosines(rows);
    assertThat(cosines.of(0, 1)).isCloseTo(0.4, within(LITTLE));
    assertThat(cosines.of(1, 0)).isEqualTo(cosines.of(0, 1));
    assertThat(cosines.of(1, 1)).isEqualTo(1);
    assertThat(cosines.of(2, 0)).isZero();
    assertThat(cosines.among(new int[] {2, 1, 0}).of(1, 2)).isEqualTo(cosines.of(1, 0));
    assertThat(cosines.diversity(new int[] {0, 1, 2})).isCloseTo(1 - 0.4 / 3, within(LITTLE));
    assertThat(cosines.diversity(new int[] {0})).isNaN();
  }

  /** What only one of them has stands before, between and behind what both have. */
  @Test
  void cosinesOfRowsThatHardlyMeet() {
    InteractionMatrix rows =
        InteractionMatrix.builder()
            .add(0, 5, 1)
            .add(0, 7, 1)
            .add(1, 1, 1)
            .add(1, 5, 1)
            .add(1, 6, 1)
            .add(1, 9, 1)
            .atLeast(2, 10)
            .build();
    var cosines = new ItemCosines(rows);
    assertThat(cosines.of(0, 1)).isCloseTo(1 / Math.sqrt(8), within(LITTLE));
    assertThat(cosines.of(1, 0)).isEqualTo(cosines.of(0, 1));
  }

  @Test
  void traitsCountOnce() {
    Traits knife = Traits.of(List.of("steel", "knife", "steel", "home"));
    Traits board = Traits.of(List.of("home", "board"));
    assertThat(knife.cosine(board)).isCloseTo(1 / Math.sqrt(6), within(LITTLE));
    assertThat(board.cosine(knife)).isEqualTo(knife.cosine(board));
    assertThat(knife.cosine(knife)).isCloseTo(1, within(LITTLE));
    assertThat(knife.cosine(Traits.of(List.of()))).isZero();
  }
}
