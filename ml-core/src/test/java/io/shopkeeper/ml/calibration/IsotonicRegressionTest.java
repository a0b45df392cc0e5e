package io.shopkeeper.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

  @Test
  void poolsWhatFallsAndRunsStraightBetween() {
    IsotonicRegression curve =
        IsotonicRegression.fit(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 4, 6});
    assertThat(curve.value(1)).isEqualTo(1);
    assertThat(curve.value(2)).isEqualTo(2.5);
    assertThat(curve.value(2.5)).isEqualTo(2.5);
    assertThat(curve.value(3)).isEqualTo(2.5);
    assertThat(curve.value(3.5)).isEqualTo(3.25);
    assertThat(curve.value(-7)).isEqualTo(1);
    assertThat(curve.value(70)).isEqualTo(6);
    assertThat(curve.least()).isEqualTo(1);
    assertThat(curve.most()).isEqualTo(6);
  }

  @Test
  void equalXAndWeightsCountAsTheirMean() {
    IsotonicRegression curve =
        IsotonicRegression.fit(
            new double[] {2, 1, 2}, new double[] {5, 0, 1}, new double[] {1, 1, 3});
    assertThat(curve.value(2)).isEqualTo(2);
  }

  /** The fitted values by their formula: max over s ≤ i of min over t ≥ i of the mean of s…t. */
  private static double[] byFormula(double[] y, double[] weights) {
    double[] fitted = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      fitted[i] = Double.NEGATIVE_INFINITY;
      for (int s = 0; s <= i; s++) {
        double least = Double.POSITIVE_INFINITY;
        for (int t = i; t < y.length; t++) {
          double sum = 0;
          double weight = 0;
          for (int k = s; k <= t; k++) {
            sum += weights[k] * y[k];
            weight += weights[k];
          }
          least = Math.min(least, sum / weight);
        }
        fitted[i] = Math.max(fitted[i], least);
      }
    }
    return fitted;
  }

  @Property(tries = 100, seed = "3")
  void isWhatTheFormulaSays(@ForAll @IntRange(min = 1, max = 25) int n, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
    }
    double[] y = random.doubles(n).map(v -> Math.rint(v * 6)).toArray();
    double[] weights = random.doubles(n).map(v -> v + 0.1).toArray();
    IsotonicRegression curve = IsotonicRegression.fit(x, y, weights);
    double[] expected = byFormula(y, weights);
    for (int i = 0; i < n; i++) {
      assertThat(curve.value(x[i])).isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void isThatOfScikitLearn() {
    var random = new SplittableRandom(5);
    int n = 300;
    double[] x = random.doubles(n).map(v -> Math.rint(v * 80) / 80).toArray();
    double[] y = Arrays.stream(x).map(v -> random.nextDouble() < v * v ? 1 : 0).toArray();
    double[] at = random.doubles(100, -0.1, 1.1).toArray();
    double[] expected =
        Python.run(
            "isotonic",
            """
            from sklearn.isotonic import IsotonicRegression
            m = IsotonicRegression(out_of_bounds='clip').fit(x[:300], x[300:600])
            print(*m.predict(x[600:]))
            """,
            join(x, y, at));
    IsotonicRegression curve = IsotonicRegression.fit(x, y);
    for (int i = 0; i < at.length; i++) {
      assertThat(curve.value(at[i])).isCloseTo(expected[i], within(1e-9));
    }
  }

  static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private static IsotonicRegression read(byte[] bytes) throws IOException {
    return IsotonicRegression.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void isStoredAndRefusedWhereDamaged() throws IOException {
    IsotonicRegression curve =
        IsotonicRegression.fit(new double[] {1, 2, 3}, new double[] {1, 2, 4});
    var bytes = new ByteArrayOutputStream();
    curve.write(new DataOutputStream(bytes));
    IsotonicRegression again = read(bytes.toByteArray());
    assertThat(again.value(2.25)).isEqualTo(curve.value(2.25)).isEqualTo(2.5);
    byte[] falling = bytes.toByteArray();
    falling[4 + 2 * 8] ^= (byte) 0x80;
    assertThatThrownBy(() -> read(falling)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes.toByteArray(), 20)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatThrownBy(() -> IsotonicRegression.fit(new double[0], new double[0]))
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> IsotonicRegression.fit(new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("row 0");
  }
}
