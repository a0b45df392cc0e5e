package io.shopkeeper.prediction.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.FairnessReport;
import io.shopkeeper.prediction.boundary.FairnessView;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessFiguresTest {

  private static final int LEAST = 30;

  /** Of a hundred in each group 60 and 20 are chosen; of the small one, all. */
  private static FairnessView view() {
    int[] groups = new int[205];
    double[] probabilities = new double[205];
    boolean[] positive = new boolean[205];
    for (int row = 0; row < 205; row++) {
      groups[row] = row / 100;
      int place = row % 100;
      probabilities[row] = row >= 200 || place < (row < 100 ? 60 : 20) ? 0.8 : 0.2;
      positive[row] = place < 40;
    }
    var rows =
        new FairnessReport.Rows(
            List.of("mail", "search", "tiny"), groups, probabilities, positive, 0.5);
    return FairnessFigures.view(
        FairnessReport.of(rows, LEAST, new Bootstrap(100, 0.95, 1)), "source", "yes", 0.5, 205);
  }

  @Test
  void sharesAreThoseOfEachGroup() {
    FairnessView.Group mail = view().groups().getFirst();
    assertThat(mail.rows()).isEqualTo(100);
    assertThat(mail.positives()).isEqualTo(40);
    assertThat(mail.chosen().value()).isEqualTo(0.6);
    assertThat(mail.chosen().low()).isBetween(0.49, 0.51);
    assertThat(mail.found().value()).isEqualTo(1);
    assertThat(mail.falseAlarms().value()).isCloseTo(20 / 60.0, within(1e-12));
    assertThat(mail.predicted()).isCloseTo(0.56, within(1e-12));
    assertThat(mail.observed()).isEqualTo(0.4);
  }

  @Test
  void gapsAreBetweenGroupsThatAreLargeEnough() {
    FairnessView view = view();
    assertThat(view.groups())
        .extracting(FairnessView.Group::compared)
        .containsExactly(true, true, false);
    FairnessView.Gap parity = view.demographicParity();
    assertThat(parity.difference()).isCloseTo(0.4, within(1e-12));
    assertThat(parity.ratio()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(parity.highest()).isEqualTo("mail");
    assertThat(parity.lowest()).isEqualTo("search");
    assertThat(parity.clear()).isTrue();
    assertThat(view.equalOpportunity().difference()).isEqualTo(0.5);
    assertThat(view.calibration().difference()).isCloseTo(0.24, within(1e-12));
    assertThat(view.calibration().ratio()).isNull();
    assertThat(view.calibration().highest()).isEqualTo("mail");
    assertThat(view.calibration().clear()).isTrue();
  }

  @Test
  void aGapThatChanceAloneCanMakeIsNotClear() {
    // Of forty in each group 20 and 17 are chosen; 20 and 16 are positive.
    int[] groups = new int[80];
    double[] probabilities = new double[80];
    boolean[] positive = new boolean[80];
    for (int row = 0; row < 80; row++) {
      groups[row] = row / 40;
      probabilities[row] = row % 40 < (row < 40 ? 20 : 17) ? 0.8 : 0.2;
      positive[row] = row % 40 < (row < 40 ? 20 : 16);
    }
    var rows = new FairnessReport.Rows(List.of("a", "b"), groups, probabilities, positive, 0.5);
    FairnessView view =
        FairnessFigures.view(
            FairnessReport.of(rows, LEAST, new Bootstrap(100, 0.95, 1)), "source", "yes", 0.5, 80);
    assertThat(view.demographicParity().difference()).isCloseTo(0.075, within(1e-12));
    assertThat(view.demographicParity().clear()).isFalse();
    assertThat(view.calibration().difference()).isPositive();
    assertThat(view.calibration().clear()).isFalse();
  }

  @Test
  void ofOneGroupNothingIsCompared() {
    var rows =
        new FairnessReport.Rows(
            List.of("all", "none"), new int[40], new double[40], new boolean[40], 0.5);
    FairnessView view =
        FairnessFigures.view(
            FairnessReport.of(rows, LEAST, new Bootstrap(100, 0.95, 1)), "source", "yes", 0.5, 40);
    assertThat(view.demographicParity())
        .isEqualTo(new FairnessView.Gap(null, null, null, null, null, null, false));
    assertThat(view.groups().getFirst().found().value()).as("none is positive").isNull();
    assertThat(view.groups().getLast().compared()).isFalse();
  }
}
