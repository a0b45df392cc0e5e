package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdAnalysisTest {

  private static final double[] SCORES = {0.9, 0.8, 0.8, 0.6, 0.3, 0.1};
  private static final boolean[] LABELS = {true, true, false, false, true, false};
  private static final ThresholdAnalysis ANALYSIS = ThresholdAnalysis.of(SCORES, LABELS);

  @Test
  void everyThresholdByHand() {
    assertThat(ANALYSIS.size()).isEqualTo(6);
    assertThat(ANALYSIS.point(0))
        .isEqualTo(new ThresholdPoint(Double.POSITIVE_INFINITY, 0, 0, 3, 3));
    assertThat(ANALYSIS.point(1)).isEqualTo(new ThresholdPoint(0.9, 1, 0, 2, 3));
    assertThat(ANALYSIS.point(2)).isEqualTo(new ThresholdPoint(0.8, 2, 1, 1, 2));
    assertThat(ANALYSIS.point(5)).isEqualTo(new ThresholdPoint(0.1, 3, 3, 0, 0));
    ThresholdPoint two = ANALYSIS.point(2);
    assertThat(two.precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(two.recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(two.f1()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(two.falsePositiveRate()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(two.accuracy()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(two.flaggedShare()).isEqualTo(0.5);
    assertThat(ANALYSIS.point(0).precision()).isNaN();
    assertThat(ANALYSIS.point(0).f1()).isZero();
    assertThat(new ThresholdPoint(0, 8, 2, 8, 0).fBeta(2))
        .isCloseTo(5 * 0.4 / (4 * 0.8 + 0.5), within(1e-12));
  }

  @Test
  void thresholdsBetweenScores() {
    assertThat(ANALYSIS.at(0.7)).isEqualTo(new ThresholdPoint(0.7, 2, 1, 1, 2));
    assertThat(ANALYSIS.at(0.8)).isEqualTo(new ThresholdPoint(0.8, 2, 1, 1, 2));
    assertThat(ANALYSIS.at(5)).isEqualTo(new ThresholdPoint(5, 0, 0, 3, 3));
    assertThat(ANALYSIS.at(-1)).isEqualTo(new ThresholdPoint(-1, 3, 3, 0, 0));
  }

  @Test
  void costsDecide() {
    assertThat(ANALYSIS.cheapest(Costs.ofErrors(1, 1)).threshold()).isEqualTo(0.9);
    assertThat(ANALYSIS.cheapest(Costs.ofErrors(1, 10)).threshold()).isEqualTo(0.3);
    assertThat(ANALYSIS.cheapest(Costs.ofErrors(10, 1)).threshold()).isEqualTo(0.9);
    assertThat(ANALYSIS.cheapest(new Costs(5, 1, 1, 0)).flagged()).isZero();
    assertThat(new Costs(-2, 3, 7, 0).of(ANALYSIS.point(2))).isEqualTo(-4 + 3 + 7);
    assertThat(Costs.ofErrors(1, 9).threshold()).isCloseTo(0.1, within(1e-12));
    assertThat(new Costs(2, 3, 7, 0).threshold()).isCloseTo(3 / 8.0, within(1e-12));
    assertThat(new Costs(5, 1, 1, 0).threshold()).isNaN();
  }

  @Test
  void budgetsAreKept() {
    assertThat(ANALYSIS.withinBudget(0.2).threshold()).isEqualTo(0.9);
    // Two rows of 0.8 go together: there is room for one only.
    assertThat(ANALYSIS.withinBudget(2 / 6.0).threshold()).isEqualTo(0.9);
    assertThat(ANALYSIS.withinBudget(0.5).threshold()).isEqualTo(0.8);
    assertThat(ANALYSIS.withinBudget(0).flagged()).isZero();
    assertThat(ANALYSIS.withinBudget(1).flagged()).isEqualTo(6);
    assertThat(ANALYSIS.withRecall(0.6).threshold()).isEqualTo(0.8);
    assertThat(ANALYSIS.withRecall(1).threshold()).isEqualTo(0.3);
    assertThatThrownBy(() -> ANALYSIS.withinBudget(2)).hasMessageContaining("from 0 to 1");
  }

  @Test
  void chartsGetFewPoints() {
    var random = new SplittableRandom(1);
    var large = ThresholdAnalysis.of(random.doubles(10_000).toArray(), new boolean[10_000]);
    List<ThresholdPoint> points = large.points(51);
    assertThat(points).hasSize(51);
    assertThat(points.getFirst().flagged()).isZero();
    assertThat(points.get(1).flagged()).isEqualTo(200);
    assertThat(points.getLast().flagged()).isEqualTo(10_000);
    assertThat(ANALYSIS.points(100)).hasSize(6);
  }

  @Property(tries = 60, seed = "8")
  void isWhatCountingGives(@ForAll @IntRange(min = 0, max = 80) int n, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] scores = random.doubles(n).map(v -> Math.rint(v * 20) / 20).toArray();
    boolean[] labels = new boolean[n];
    for (int row = 0; row < n; row++) {
      labels[row] = random.nextDouble() < scores[row];
    }
    var analysis = ThresholdAnalysis.of(scores, labels);
    for (double threshold = -0.01; threshold < 1.1; threshold += 0.037) {
      long[] counts = new long[4];
      for (int row = 0; row < n; row++) {
        counts[(scores[row] >= threshold ? 0 : 2) + (labels[row] ? 0 : 1)]++;
      }
      assertThat(analysis.at(threshold))
          .isEqualTo(new ThresholdPoint(threshold, counts[0], counts[1], counts[2], counts[3]));
    }
  }

  @Test
  void isThatOfScikitLearn() {
    var random = new SplittableRandom(3);
    double[] input = new double[400];
    double[] scores = new double[200];
    boolean[] labels = new boolean[200];
    for (int row = 0; row < 200; row++) {
      scores[row] = Math.rint(random.nextDouble() * 50);
      labels[row] = random.nextDouble() * 50 < scores[row];
      input[row] = labels[row] ? 1 : 0;
      input[200 + row] = scores[row];
    }
    double[] expected =
        Python.run(
            "precision-recall",
            """
            from sklearn.metrics import precision_recall_curve
            p, r, t = precision_recall_curve(x[:200], x[200:])
            print(len(t), *p[:-1][::-1], *r[:-1][::-1], *t[::-1])
            """,
            input);
    var analysis = ThresholdAnalysis.of(scores, labels);
    int count = (int) expected[0];
    assertThat(analysis.size()).isEqualTo(count + 1);
    for (int place = 0; place < count; place++) {
      ThresholdPoint point = analysis.point(place + 1);
      assertThat(point.precision()).isCloseTo(expected[1 + place], within(1e-12));
      assertThat(point.recall()).isCloseTo(expected[1 + count + place], within(1e-12));
      assertThat(point.threshold()).isEqualTo(expected[1 + 2 * count + place]);
    }
  }

  @Test
  void wrongInputIsRefused() {
    assertThatThrownBy(() -> ThresholdAnalysis.of(new double[2], new boolean[3]))
        .hasMessage("2 scores, but 3 labels");
    assertThatThrownBy(() -> ThresholdAnalysis.of(new double[] {Double.NaN}, new boolean[1]))
        .hasMessageContaining("row 0 is NaN");
    assertThat(
            ThresholdAnalysis.of(new double[0], new boolean[0]).best(ThresholdPoint::f1).flagged())
        .isZero();
  }
}
