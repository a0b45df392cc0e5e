package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against scipy 1.10.1. */
class DistributionsTest {

  private static final Percentage CLOSE = Percentage.withPercentage(1e-9);

  @Test
  void normalIsScipys() {
    assertThat(Distributions.normal(1.5)).isCloseTo(0.9331927987311419, CLOSE);
    assertThat(Distributions.normal(-3.2)).isCloseTo(0.0006871379379158471, CLOSE);
    assertThat(Distributions.normal(-8)).isCloseTo(6.22096057427174e-16, CLOSE);
    assertThat(Distributions.normal(0)).isEqualTo(0.5);
    assertThat(Distributions.normalQuantile(0.975)).isCloseTo(1.959963984540054, CLOSE);
    assertThat(Distributions.normalQuantile(0.8)).isCloseTo(0.8416212335729143, CLOSE);
    assertThat(Distributions.normalQuantile(1e-6)).isCloseTo(-4.753424308822899, CLOSE);
    assertThatThrownBy(() -> Distributions.normalQuantile(1)).hasMessageContaining("is 1.0");
  }

  @Test
  void chiSquareIsScipys() {
    assertThat(Distributions.chiSquareTail(3.84, 1)).isCloseTo(0.05004352124870519, CLOSE);
    assertThat(Distributions.chiSquareTail(20.5, 3)).isCloseTo(0.00013369478402083598, CLOSE);
    assertThat(Distributions.chiSquareTail(0.1, 5)).isCloseTo(0.9998376833880774, CLOSE);
    assertThat(Distributions.chiSquareTail(0, 2)).isEqualTo(1);
  }

  @Test
  void gammaIsScipys() {
    assertThat(Distributions.logGamma(0.3)).isCloseTo(1.0957979948180756, CLOSE);
    assertThat(Distributions.logGamma(7.5)).isCloseTo(7.534364236758734, CLOSE);
    assertThat(Distributions.logGamma(1e6 + 0.25)).isCloseTo(12815508.023025157, CLOSE);
    assertThat(Distributions.logGamma(1)).isCloseTo(0, within(1e-14));
  }
}
