package io.shopkeeper.ml.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustScaleTest {

  @Test
  void oneHugeValueDoesNotHideItself() {
    // Median 3, MAD 1: z of 1000 is 0.6745 · 997.
    RobustScale scale = RobustScale.of(new double[] {1, 2, 3, 4, 1000});
    assertThat(scale.median()).isEqualTo(3);
    assertThat(scale.z(1000)).isCloseTo(0.6745 * 997, within(1e-9));
    assertThat(scale.z(2)).isCloseTo(-0.6745, within(1e-12));
  }

  @Test
  void whereMostValuesAreOneTheMeanDistanceCounts() {
    RobustScale scale = RobustScale.of(new double[] {5, 5, 5, 5, 10});
    assertThat(scale.z(10)).isCloseTo(5 / 1.2533, within(1e-12));
    RobustScale flat = RobustScale.of(new double[] {5, 5});
    assertThat(flat.z(5)).isZero();
    assertThat(flat.z(4)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    assertThat(RobustScale.of(new double[] {4, 1, 2, 3}).median()).isEqualTo(2.5);
  }

  @Test
  void fencesAreTukeys() {
    IqrFences fences = IqrFences.of(10, 20, 1.5);
    assertThat(fences).isEqualTo(new IqrFences(-5, 35));
    assertThat(fences.outside(35)).isFalse();
    assertThat(fences.outside(35.1)).isTrue();
    assertThat(fences.outside(-5.1)).isTrue();
    assertThatThrownBy(() -> IqrFences.of(2, 1, 1.5)).hasMessageContaining("in order");
    assertThatThrownBy(() -> RobustScale.of(new double[0])).hasMessage("values must not be empty");
  }
}
