package io.shopkeeper.ml.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeterminantalPointProcessTest {

  /** Each step against determinants of all lists that are one longer, by Laplace's expansion. */
  @Property(tries = 200, seed = "7")
  void everyStepMakesTheDeterminantGreatest(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int candidates,
      @ForAll @IntRange(min = 1, max = 5) int length,
      @ForAll @DoubleRange(max = 0.9) double theta) {
    Alike alike = Alike.of(seed, candidates, 7);
    int[] chosen = DeterminantalPointProcess.choose(alike.scores(), alike, length, theta);
    assertThat(chosen).hasSize(Math.min(length, candidates)).doesNotHaveDuplicates();
    List<Integer> list = new ArrayList<>();
    for (int next : chosen) {
      double its = determinant(alike, list, next, theta);
      for (int other = 0; other < candidates; other++) {
        if (!list.contains(other)) {
          assertThat(determinant(alike, list, other, theta)).isLessThanOrEqualTo(its * (1 + 1e-6));
        }
      }
      list.add(next);
    }
  }

  private static double determinant(Alike alike, List<Integer> list, int next, double theta) {
    List<Integer> all = new ArrayList<>(list);
    all.add(next);
    double alpha = theta / (2 * (1 - theta));
    double[][] kernel = new double[all.size()][all.size()];
    for (int i = 0; i < kernel.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        double sum = alike.scores()[all.get(i)] + alike.scores()[all.get(j)];
        kernel[i][j] = Math.exp(alpha * sum) * alike.of(all.get(i), all.get(j));
      }
    }
    return determinant(kernel);
  }

  private static double determinant(double[][] matrix) {
    if (matrix.length == 0) {
      return 1;
    }
    double sum = 0;
    for (int column = 0; column < matrix.length; column++) {
      double[][] minor = new double[matrix.length - 1][matrix.length - 1];
      for (int i = 1; i < matrix.length; i++) {
        for (int j = 0, place = 0; j < matrix.length; j++) {
          if (j != column) {
            minor[i - 1][place++] = matrix[i][j];
          }
        }
      }
      sum += (column % 2 == 0 ? 1 : -1) * matrix[0][column] * determinant(minor);
    }
    return sum;
  }

  /** A copy of what is chosen adds nothing, so that the list ends before it. */
  @Test
  void copiesAreNotShown() {
    Likeness likeness = (a, b) -> a == b || a + b == 1 ? 1 : 0;
    float[] scores = {1, 0.9f, 0.1f};
    assertThat(DeterminantalPointProcess.choose(scores, likeness, 3, 0.9)).containsExactly(0, 2);
    assertThat(DeterminantalPointProcess.choose(new float[0], likeness, 3, 0)).isEmpty();
  }

  @Test
  void theOrderOfTheScoresWhereNothingIsAlike() {
    Likeness none = (a, b) -> a == b ? 1 : 0;
    float[] scores = {0.1f, 900, 0.5f};
    assertThat(DeterminantalPointProcess.choose(scores, none, 3, 0.99)).containsExactly(1, 2, 0);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Likeness none = (a, b) -> 0;
    assertThatThrownBy(() -> DeterminantalPointProcess.choose(new float[1], none, 1, 1))
        .hasMessageContaining("theta must be 0 to below 1");
  }
}
