package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GammaFunctionsTest {

  /** Values of M. Abramowitz, I. Stegun, tables 6.1 and 6.3, and of the factorial. */
  @Test
  void knownValues() {
    assertThat(GammaFunctions.logGamma(1)).isCloseTo(0, within(1e-14));
    assertThat(GammaFunctions.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-14));
    assertThat(GammaFunctions.logGamma(21))
        .isCloseTo(Math.log(2_432_902_008_176_640_000d), within(1e-12));
    assertThat(GammaFunctions.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-13));
    assertThat(GammaFunctions.digamma(0.5)).isCloseTo(-1.963510026021423, within(1e-13));
    assertThat(GammaFunctions.logBeta(2, 3)).isCloseTo(-Math.log(12), within(1e-13));
  }

  @Property(tries = 200, seed = "1")
  void recurrencesHold(@ForAll @DoubleRange(min = 0.01, max = 5000) double x) {
    double step = GammaFunctions.logGamma(x + 1) - GammaFunctions.logGamma(x);
    assertThat(step).isCloseTo(Math.log(x), within(1e-11 * Math.max(1, x)));
    assertThat(GammaFunctions.digamma(x + 1) - GammaFunctions.digamma(x))
        .isCloseTo(1 / x, within(1e-11 * Math.max(1, 1 / x)));
  }
}
