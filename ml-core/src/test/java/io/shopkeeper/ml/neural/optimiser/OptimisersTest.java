package io.shopkeeper.ml.neural.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Steps by hand, after the papers. */
class OptimisersTest {

  private static float[] steps(Method method, float decay) {
    Optimiser optimiser = method.over(2);
    float[] values = {1, -2};
    for (float gradient : new float[] {0.5f, -0.25f}) {
      optimiser.begin();
      // In two parts, as threads take them.
      optimiser.step(values, new float[] {gradient, 1}, 0, 1, 0.1f, decay);
      optimiser.step(values, new float[] {gradient, 1}, 1, 2, 0.1f, decay);
    }
    return values;
  }

  @Test
  void momentumGathers() {
    // v = .5, w = .95; v = .9·.5 − .25 = .2, w = .93
    assertThat(steps(Method.SGD, 0)[0]).isCloseTo(0.93f, within(1e-6f));
    // g = .5 + .1·1 = .6, w = .94; v = .54 − .25 + .094 = .384, w = .9016
    assertThat(steps(Method.SGD, 0.1f)[0]).isCloseTo(0.9016f, within(1e-6f));
  }

  @Test
  void adamGoesAtItsOwnPace() {
    // First step: rate·sign(g). Second: m̂ = (.9·.05 − .025) / .19, v̂ = (.999·.00025 + .0000625) /
    // .001999
    double mean = (0.9 * 0.05 - 0.025) / 0.19;
    double square = (0.999 * 0.00025 + 0.0000625) / 0.001999;
    double expected = 0.9 - 0.1 * mean / Math.sqrt(square);
    assertThat((double) steps(Method.ADAM, 0)[0]).isCloseTo(expected, within(1e-5));
    assertThat((double) steps(Method.ADAM, 0)[1]).isCloseTo(-2.2, within(1e-5));
    assertThat((double) steps(Method.ADAM_W, 0)[0]).isCloseTo(expected, within(1e-5));
    // Apart from the gradient: w·(1 − rate·decay) before each step.
    double first = 0.99 - 0.1;
    assertThat((double) steps(Method.ADAM_W, 0.1f)[0])
        .isCloseTo(0.99 * first - 0.1 * mean / Math.sqrt(square), within(1e-5));
  }

  @Test
  void schedulesRiseAndFall() {
    assertThat(Schedule.CONSTANT.part(0.7, 0)).isEqualTo(1);
    assertThat(Schedule.LINEAR.part(0.25, 0)).isEqualTo(0.75);
    assertThat(Schedule.COSINE.part(0.5, 0)).isCloseTo(0.5, within(1e-9));
    assertThat(Schedule.COSINE.part(1, 0.1)).isCloseTo(0, within(1e-9));
    assertThat(Schedule.COSINE.part(0.05, 0.1)).isCloseTo(0.5, within(1e-9));
  }
}
