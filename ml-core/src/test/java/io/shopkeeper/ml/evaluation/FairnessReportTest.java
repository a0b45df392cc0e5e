package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FairnessReportTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.95, 1);

  /** Group a: 4 rows, 3 chosen; group b: 5 rows, 1 chosen; group c: one row. */
  private static FairnessReport.Rows small() {
    return new FairnessReport.Rows(
        List.of("a", "b", "c"),
        new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1, 2},
        new double[] {0.9, 0.8, 0.7, 0.2, 0.6, 0.4, 0.3, 0.2, 0.1, 0.9},
        new boolean[] {true, true, false, false, true, true, false, false, false, true},
        0.5);
  }

  @Test
  void ratesByHand() {
    FairnessReport report = FairnessReport.of(small(), 2, BOOTSTRAP);
    GroupFairness a = report.groups().get(0);
    assertThat(a.group()).isEqualTo("a");
    assertThat(a.rows()).isEqualTo(4);
    assertThat(a.positives()).isEqualTo(2);
    assertThat(a.selectionRate()).isEqualTo(0.75);
    assertThat(a.selectionInterval()).isEqualTo(Interval.ofShare(3, 4));
    assertThat(a.truePositiveRate()).isEqualTo(1);
    assertThat(a.falsePositiveRate()).isEqualTo(0.5);
    assertThat(a.predicted()).isCloseTo(0.65, within(1e-12));
    assertThat(a.observed()).isEqualTo(0.5);
    assertThat(a.calibrationError()).isCloseTo((0.1 + 0.2 + 0.7 + 0.2) / 4, within(1e-12));
    GroupFairness b = report.groups().get(1);
    assertThat(b.selectionRate()).isEqualTo(0.2);
    assertThat(b.truePositiveRate()).isEqualTo(0.5);
    assertThat(b.falsePositiveRate()).isZero();
    assertThat(report.demographicParity().difference()).isCloseTo(0.55, within(1e-12));
    assertThat(report.demographicParity().ratio()).isCloseTo(0.2 / 0.75, within(1e-12));
    assertThat(report.equalOpportunity().difference()).isEqualTo(0.5);
    assertThat(report.falsePositives().difference()).isEqualTo(0.5);
    assertThat(report.falsePositives().ratio()).isZero();
    // a is thought 0.15 too good, b 0.08 too bad.
    assertThat(report.calibration().difference()).isCloseTo(0.23, within(1e-12));
    assertThat(report.calibration().ratio()).isNaN();
  }

  @Test
  void smallGroupsAreShownButNotCompared() {
    FairnessReport report = FairnessReport.of(small(), 2, BOOTSTRAP);
    GroupFairness c = report.groups().get(2);
    assertThat(c.compared()).isFalse();
    assertThat(c.selectionRate()).isEqualTo(1);
    assertThat(c.falsePositiveRate()).isNaN();
    assertThat(FairnessReport.of(small(), 1, BOOTSTRAP).demographicParity().difference())
        .isCloseTo(0.8, within(1e-12));
    FairnessReport none = FairnessReport.of(small(), 100, BOOTSTRAP);
    assertThat(none.demographicParity().difference()).isNaN();
    assertThat(none.demographicParity().differenceInterval()).isEqualTo(Interval.UNKNOWN);
  }

  private static FairnessReport.Rows planted(int n, double shift, long seed) {
    var random = new SplittableRandom(seed);
    int[] groups = new int[n];
    double[] probabilities = new double[n];
    boolean[] positive = new boolean[n];
    for (int row = 0; row < n; row++) {
      groups[row] = random.nextInt(2);
      double truth = random.nextDouble() * 0.8;
      positive[row] = random.nextDouble() < truth;
      probabilities[row] = truth + (groups[row] == 1 ? shift : 0);
    }
    return new FairnessReport.Rows(List.of("f", "m"), groups, probabilities, positive, 0.4);
  }

  @Test
  void aPlantedAdvantageIsFound() {
    FairnessReport unfair = FairnessReport.of(planted(4000, 0.16, 1), 30, BOOTSTRAP);
    assertThat(unfair.demographicParity().difference()).isCloseTo(0.2, within(0.04));
    assertThat(unfair.demographicParity().differenceInterval().contains(0.2)).isTrue();
    assertThat(unfair.demographicParity().ratioInterval().high()).isLessThan(0.8);
    assertThat(unfair.calibration().difference()).isCloseTo(0.16, within(0.03));
    assertThat(unfair.groups().get(1).calibrationError()).isGreaterThan(0.13);
  }

  @Test
  void whereThereIsNoneChanceIsSmall() {
    FairnessReport fair = FairnessReport.of(planted(4000, 0, 1), 30, BOOTSTRAP);
    assertThat(fair.demographicParity().differenceInterval().high()).isLessThan(0.06);
    assertThat(fair.demographicParity().ratioInterval().low()).isGreaterThan(0.85);
    assertThat(fair.equalOpportunity().differenceInterval().low()).isLessThan(0.02);
  }

  @Test
  void whereNobodyIsChosenAllFareAlike() {
    FairnessReport.Rows rows = small();
    var none =
        FairnessReport.of(
            new FairnessReport.Rows(
                rows.names(), rows.groups(), rows.probabilities(), rows.positive(), 2),
            1,
            BOOTSTRAP);
    assertThat(none.demographicParity().difference()).isZero();
    assertThat(none.demographicParity().ratio()).isEqualTo(1);
  }

  @Test
  void wrongInputIsRefused() {
    assertThatThrownBy(
            () ->
                new FairnessReport.Rows(
                    List.of("a"), new int[] {1}, new double[1], new boolean[1], 0.5))
        .hasMessage("row 0: no group 1");
    assertThatThrownBy(
            () ->
                new FairnessReport.Rows(
                    List.of("a"), new int[1], new double[2], new boolean[1], 0.5))
        .hasMessage("1 groups, 2 probabilities, 1 labels");
  }
}
