package io.shopkeeper.ml.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.sketch.QuantileSketch;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  @Test
  void aKnownShiftHasItsIndex() {
    // p = (.5, .5), q = (.75, .25): 0.25·ln 1.5 + 0.25·ln 2 = 0.2747, the smoothing aside.
    double index =
        PopulationStability.index(new long[] {500_000, 500_000}, new long[] {750_000, 250_000});
    assertThat(index).isCloseTo(0.25 * Math.log(1.5) + 0.25 * Math.log(2), within(1e-5));
  }

  @Property
  void itIsSymmetricNotNegativeAndZeroForEquals(
      @ForAll @Size(5) List<@LongRange(min = 0, max = 1000) Long> before,
      @ForAll @Size(5) List<@LongRange(min = 0, max = 1000) Long> now) {
    long[] a = before.stream().mapToLong(Long::longValue).toArray();
    long[] b = now.stream().mapToLong(Long::longValue).toArray();
    assertThat(PopulationStability.index(a, a)).isZero();
    double index = PopulationStability.index(a, b);
    assertThat(index).isNotNegative().isFinite();
    assertThat(PopulationStability.index(b, a)).isCloseTo(index, within(1e-12));
  }

  @Test
  void namesAreBinsToo() {
    assertThat(PopulationStability.index(Map.of(), Map.of())).isZero();
    assertThat(PopulationStability.index(Map.of("a", 900L), Map.of("b", 900L))).isGreaterThan(5);
    assertThatThrownBy(() -> PopulationStability.index(new long[1], new long[2]))
        .hasMessageContaining("same bins");
  }

  @Test
  void binsHoldAboutEqualShares() {
    var sketch = new QuantileSketch(200, 1);
    for (int i = 1; i <= 100; i++) {
      sketch.add(i);
    }
    double[] edges = PopulationStability.edges(sketch, 4);
    assertThat(edges).containsExactly(25, 50, 75);
    assertThat(PopulationStability.bin(edges, 25)).isZero();
    assertThat(PopulationStability.bin(edges, 25.5)).isEqualTo(1);
    assertThat(PopulationStability.bin(edges, 1000)).isEqualTo(3);
  }
}
