package io.shopkeeper.ml.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TasteShiftTest {

  /** Visits of products whose popularity falls with their rank, which begins somewhere. */
  private static Map<String, Long> visits(int count, int products, int first, long seed) {
    var random = new SplittableRandom(seed);
    var visits = new HashMap<String, Long>();
    for (int i = 0; i < count; i++) {
      int rank = (int) (products * Math.pow(random.nextDouble(), 2));
      visits.merge("p" + (rank + first) % products, 1L, Long::sum);
    }
    return visits;
  }

  @Test
  void chanceIsTakenOff() {
    for (int seed = 1; seed <= 20; seed++) {
      TasteShift same =
          TasteShift.of(visits(5000, 2000, 0, seed), visits(1000, 2000, 0, 100 + seed), 1);
      // Few visits of many products: far apart without any change of taste.
      assertThat(same.divergence()).isBetween(0.1, 0.5);
      assertThat(same.shift()).isLessThan(0.02);
    }
  }

  @Test
  void whatMovedIsFound() {
    TasteShift moved = TasteShift.of(visits(5000, 2000, 0, 1), visits(1000, 2000, 1000, 2), 1);
    assertThat(moved.shift()).isGreaterThan(0.15);
    assertThat(moved.before()).isEqualTo(5000);
    assertThat(moved.now()).isEqualTo(1000);
    assertThat(moved.movers()).hasSize(5);
    TasteShift.Mover most = moved.movers().getFirst();
    assertThat(Math.abs(most.now() - most.before())).isGreaterThan(0.01);
  }

  @Test
  void endsAreKnown() {
    TasteShift all = TasteShift.of(Map.of("a", 1000L), Map.of("b", 1000L), 1);
    assertThat(all.divergence()).isCloseTo(1, within(1e-12));
    assertThat(all.shift()).isGreaterThan(0.99);
    TasteShift none = TasteShift.of(Map.of("a", 10L), Map.of("a", 10L), 1);
    assertThat(none.divergence()).isZero();
    assertThat(none.shift()).isZero();
    // By hand: p = (3/4, 1/4), q = (1/4, 3/4), m = (1/2, 1/2): 1 − H(1/4).
    assertThat(
            TasteShift.of(Map.of("a", 300L, "b", 100L), Map.of("a", 100L, "b", 300L), 1)
                .divergence())
        .isCloseTo(0.188721875540867, within(1e-12));
    assertThatThrownBy(() -> TasteShift.of(Map.of("a", 1L), Map.of(), 1))
        .hasMessageContaining("are 1 and 0");
  }
}
