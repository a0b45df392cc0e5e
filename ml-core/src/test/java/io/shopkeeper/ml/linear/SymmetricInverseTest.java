package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SymmetricInverseTest {

  @Property(tries = 25)
  void productWithTheInverseIsTheIdentity(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll long seed) {
    double[][] matrix = positiveDefinite(n, seed);
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      inverse[i] = matrix[i].clone();
    }
    SymmetricInverse.invert(inverse);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += matrix[i][k] * inverse[k][j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
      }
    }
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefused() {
    double[][] matrix = {{1, 0}, {2, 1}};
    assertThatThrownBy(() -> SymmetricInverse.invert(matrix))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("row 1");
  }

  private static double[][] positiveDefinite(int n, long seed) {
    var random = new SplittableRandom(seed);
    double[][] factor = new double[n][n];
    for (double[] row : factor) {
      for (int i = 0; i < n; i++) {
        row[i] = random.nextDouble() - 0.5;
      }
    }
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i][j] += factor[i][k] * factor[j][k];
        }
      }
      product[i][i] += 1;
    }
    return product;
  }
}
