package io.shopkeeper.ml.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsolationForestTest {

  private static final IsolationForest.Options OPTIONS = IsolationForest.Options.standard(7);

  @Test
  void theAveragePathIsThatOfThePaper() {
    assertThat(IsolationForest.usualPath(1)).isZero();
    assertThat(IsolationForest.usualPath(2)).isEqualTo(1);
    // c(256) = 2·(ln 255 + 0.5772156649) − 2·255/256.
    assertThat(IsolationForest.usualPath(256)).isCloseTo(10.244770920, within(1e-8));
  }

  @Test
  void whatLiesFarFromACloudScoresHighest() {
    double[][] rows = cloud(1000);
    rows[0] = new double[] {9, 9};
    rows[1] = new double[] {0, -8};
    IsolationForest forest = IsolationForest.fit(rows, OPTIONS);
    double[] scores = Arrays.stream(rows).mapToDouble(forest::score).toArray();
    double highestUsual = Arrays.stream(scores).skip(2).max().orElseThrow();
    assertThat(scores[0]).isGreaterThan(0.7).isGreaterThan(highestUsual);
    assertThat(scores[1]).isGreaterThan(0.65).isGreaterThan(highestUsual);
    assertThat(Arrays.stream(scores).skip(2).average().orElseThrow()).isLessThan(0.5);
  }

  /** What no attribute shows alone: both values are usual, their combination is not. */
  @Test
  void anOddCombinationScoresAboveAUsualOne() {
    var random = new SplittableRandom(3);
    double[][] rows = new double[800][];
    for (int i = 0; i < rows.length; i++) {
      double x = i % 2 == 0 ? 0 : 10;
      rows[i] = new double[] {x + random.nextDouble(), x + random.nextDouble()};
    }
    IsolationForest forest = IsolationForest.fit(rows, OPTIONS);
    assertThat(forest.score(new double[] {0.5, 10.5}))
        .isGreaterThan(forest.score(new double[] {0.5, 0.5}) + 0.05);
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    double[][] rows = cloud(500);
    double[] row = {1, 2};
    double first = IsolationForest.fit(rows, OPTIONS).score(row);
    assertThat(IsolationForest.fit(rows, OPTIONS).score(row)).isEqualTo(first);
    assertThat(IsolationForest.fit(rows, IsolationForest.Options.standard(8)).score(row))
        .isNotEqualTo(first);
  }

  @Test
  void equalRowsAreNeitherOddNorUsual() {
    double[][] rows = new double[50][];
    Arrays.fill(rows, new double[] {1, 1});
    IsolationForest forest = IsolationForest.fit(rows, OPTIONS);
    assertThat(forest.score(rows[0])).isCloseTo(0.5, within(1e-12));
    assertThat(IsolationForest.fit(new double[][] {{1}}, OPTIONS).score(new double[] {5}))
        .isEqualTo(0.5);
  }

  @Test
  void wrongInputIsRefused() {
    assertThatThrownBy(() -> IsolationForest.fit(new double[0][], OPTIONS))
        .hasMessage("rows must not be empty");
    assertThatThrownBy(() -> IsolationForest.fit(new double[][] {{1}, {1, 2}}, OPTIONS))
        .hasMessage("rows must all have 1 values");
    assertThatThrownBy(() -> IsolationForest.fit(new double[][] {{Double.NaN}}, OPTIONS))
        .hasMessage("rows must hold finite numbers, but one is NaN");
    assertThatThrownBy(
            () -> IsolationForest.fit(new double[][] {{1}}, OPTIONS).score(new double[2]))
        .hasMessage("row must have 1 values, but has 2");
    assertThatThrownBy(() -> new IsolationForest.Options(0, 256, 1)).hasMessageContaining("trees");
    assertThatThrownBy(() -> new IsolationForest.Options(1, 1, 1)).hasMessageContaining("sample");
  }

  @Property(tries = 60)
  void scoresAreBetween0And1(@ForAll @IntRange(min = 1, max = 300) int n, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[] {random.nextInt(3), random.nextDouble() * 1e9};
    }
    IsolationForest forest = IsolationForest.fit(rows, new IsolationForest.Options(20, 64, seed));
    for (double[] row : rows) {
      assertThat(forest.score(row)).isBetween(0.0, 1.0);
    }
  }

  private static double[][] cloud(int n) {
    var random = new java.util.Random(5);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
    }
    return rows;
  }
}
