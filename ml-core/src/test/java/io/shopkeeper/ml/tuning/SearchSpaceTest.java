package io.shopkeeper.ml.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.OptionsForm;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  static final SearchSpace<Mixed> SPACE =
      SearchSpace.of(OptionsForm.of(Mixed.STANDARD), Mixed.STANDARD);

  @Test
  void isWhatTheLimitsSay() {
    assertThat(SPACE.dimensions().stream().map(SearchDimension::name))
        .containsExactly("trees", "rate", "depth", "balanced", "kind");
    assertThat(SPACE.without("depth", "kind").dimensions()).hasSize(3);
    assertThat(SPACE.only("rate").dimensions()).hasSize(1);
    assertThatThrownBy(() -> SPACE.only("left"))
        .hasMessage("left is not searched; there are trees, rate, depth, balanced, kind");
  }

  @Test
  void cornersAreTheEnds() {
    Mixed low = SPACE.options(new double[] {0, 0, 0, 0, 0});
    assertThat(low).isEqualTo(new Mixed(1, 0.001, 0, 3, false, Mixed.Kind.PLAIN, low.widths()));
    double one = Math.nextDown(1.0);
    Mixed high = SPACE.without("depth").options(new double[] {one, one, one, one});
    assertThat(high).isEqualTo(new Mixed(100, 1, 5, 3, true, Mixed.Kind.VERY_SHARP, low.widths()));
    assertThat(SPACE.options(new double[] {0.5, 0.5, 0.5, 0.5, 0.5}).rate())
        .isCloseTo(0.03162, within(1e-5));
    assertThat(SPACE.within("depth", 2, 4).options(new double[] {0, 0, 0.5, 0, 0}).depth())
        .isEqualTo(3);
  }

  @Property(tries = 200, seed = "1")
  void pointsAndOptionsAgree(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    SearchSpace<Mixed> space = SPACE.within("depth", 0, 9);
    Mixed options = space.options(space.random(random));
    assertThat(space.options(space.point(options))).isEqualTo(options);
    assertThat(space.features(space.point(options))).hasSize(7);
    assertThat(Arrays.stream(space.point(options))).allMatch(unit -> unit >= 0 && unit <= 1);
  }

  /** By their logarithm: as many from 1 to 3 as from 10 to 31. */
  @Test
  void wholeNumbersAreSpreadByTheirLogarithm() {
    var random = new SplittableRandom(2);
    var counts = new TreeMap<Integer, Integer>();
    for (int i = 0; i < 40_000; i++) {
      counts.merge(
          SPACE.only("trees").options(random.doubles(1).toArray()).trees(), 1, Integer::sum);
    }
    assertThat(counts.firstKey()).isEqualTo(1);
    assertThat(counts.lastKey()).isEqualTo(100);
    assertThat(counts.get(1) / 40_000.0).isCloseTo(Math.log(2) / Math.log(101), within(0.01));
    assertThat(counts.get(9) / 40_000.0)
        .isCloseTo(Math.log(10 / 9.0) / Math.log(101), within(0.005));
  }

  @Test
  void choicesAreEquallyFarFromEachOther() {
    double[][] features = new double[3][];
    for (int kind = 0; kind < 3; kind++) {
      features[kind] = SPACE.only("kind").features(new double[] {(kind + 0.5) / 3});
    }
    for (int other = 1; other < 3; other++) {
      double squares = 0;
      for (int d = 0; d < 3; d++) {
        squares += Math.pow(features[0][d] - features[other][d], 2);
      }
      assertThat(squares).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void searchesFromTheGreaterToTheLessAreRefused() {
    assertThatThrownBy(() -> SPACE.within("depth", 4, 2)).hasMessageContaining("from 4.0 to 2.0");
    assertThatThrownBy(() -> SPACE.within("rate", 0, 1)).hasMessageContaining("begin above 0");
  }
}
