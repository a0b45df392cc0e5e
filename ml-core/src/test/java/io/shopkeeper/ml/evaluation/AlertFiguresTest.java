package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertFiguresTest {

  private static final double[] SCORES = {.9, .1, .8, .2, .7, .3, .6, .4, .5, 0};
  private static final boolean[] FRAUD = {
    true, true, false, false, true, false, false, false, false, true
  };
  private static final double[] LOSSES = {10, 20, 5, 5, 40, 5, 5, 5, 5, 30};

  @Test
  void theFirstRowsAreLookedAt() {
    var figures = new AlertFigures(SCORES, FRAUD, Optional.of(LOSSES), 0.3);

    assertThat(figures.names())
        .containsExactly(
            "recall_at_budget", "precision_at_budget", "cost_saved", "cost_saved_share");
    assertThat(figures.all()).containsExactly(.5, 2 / 3.0, 50, .5);
  }

  @Test
  void equalScoresShareWhatIsLeftOfTheBudget() {
    double[] same = new double[10];
    assertThat(new AlertFigures(same, FRAUD, Optional.empty(), 0.5).all()).containsExactly(.5, .4);
  }

  @Test
  void rowsMayCountSeveralTimes() {
    var figures = new AlertFigures(SCORES, FRAUD, Optional.empty(), 0.2);

    assertThat(figures.of(new int[] {2, 0, 0, 3, 0, 0, 0, 0, 0, 5})).containsExactly(2 / 7.0, 1);
    assertThat(figures.of(new int[] {0, 0, 1, 1, 0, 1, 1, 1, 1, 0})[0]).isNaN();
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> new AlertFigures(SCORES, FRAUD, Optional.empty(), 0))
        .hasMessageContaining("budget must be above 0");
  }
}
