package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final double[] Y = {1, 0, 2, 1, 0, 3};
  private static final double[] X = {4, 2, 5, 1, 3, 6};

  @Test
  void momentsSumsAndSharesAgree() {
    var moments = new Moments();
    DoubleStream.of(1, 0, 1, 1, 0).forEach(moments::add);
    for (Sample sample :
        new Sample[] {moments.sample(), Sample.ofShare(3, 5), Sample.ofSums(5, 3, 3)}) {
      assertThat(sample.units()).isEqualTo(5);
      assertThat(sample.mean()).isCloseTo(0.6, within(1e-12));
      assertThat(sample.variance()).isCloseTo(0.3, within(1e-12));
    }
    assertThat(moments.sample().standardError()).isCloseTo(Math.sqrt(0.06), within(1e-12));
  }

  @Test
  void ofOneUnitNothingIsKnownOfTheSpread() {
    var moments = new Moments();
    moments.add(7);
    assertThat(moments.sample().variance()).isNaN();
    assertThat(Sample.ofSums(1, 7, 49).says()).isFalse();
  }

  @Test
  void ratioIsThatOfTheLinearisedUnits() {
    double products = 0;
    for (int i = 0; i < X.length; i++) {
      products += X[i] * Y[i];
    }
    Sample ratio = Sample.ofRatio(6, sums(Y), sums(X), products);
    assertThat(ratio.mean()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(ratio.variance())
        .as("numpy: ((y - R*x)/x.mean()).var(ddof=1)")
        .isCloseTo(0.050793650793650794, within(1e-12));
  }

  @Test
  void theCapIsAQuantileOfAll() {
    double[] values = {5, 1, 3, 1000, 2};
    assertThat(Winsorising.cap(values, 0.8)).isEqualTo(5);
    assertThat(Winsorising.cap(values, 1)).isEqualTo(1000);
    assertThat(values).containsExactly(5, 1, 3, 1000, 2);
    assertThat(Winsorising.cap(new double[0], 0.9)).isInfinite();
  }

  private static Sample.Sums sums(double[] values) {
    return new Sample.Sums(
        DoubleStream.of(values).sum(), DoubleStream.of(values).map(one -> one * one).sum());
  }
}
