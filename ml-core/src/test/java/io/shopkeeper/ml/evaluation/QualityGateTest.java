package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QualityGateTest {

  private static final QualityGate GATE = new QualityGate(0.02);

  /** A hundred users between 0 and 1, and the same with something added and noise. */
  private static PairedFigure figure(double more, double noise, int users) {
    var random = new SplittableRandom(3);
    double[] live = new double[users];
    double[] candidate = new double[users];
    for (int user = 0; user < users; user++) {
      live[user] = random.nextDouble();
      candidate[user] = live[user] + more + noise * (user % 2 == 0 ? 1 : -1);
    }
    return PairedFigure.of(candidate, live, 42);
  }

  @Test
  void figuresAreMeansAndTheirDifferenceIsPaired() {
    PairedFigure figure = PairedFigure.of(new double[] {1, 0, 1}, new double[] {0, 0, 1}, 42);
    assertThat(figure.candidate()).isEqualTo(2 / 3.0);
    assertThat(figure.opponent()).isEqualTo(1 / 3.0);
    assertThat(figure.difference()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(figure.units()).isEqualTo(3);
    // The same amount for everybody: nothing is left to chance, however much users differ.
    Interval sure = figure(0.1, 0, 100).interval();
    assertThat(sure.low()).isCloseTo(0.1, within(1e-12));
    assertThat(sure.high()).isCloseTo(0.1, within(1e-12));
    assertThat(PairedFigure.of(new double[0], new double[0], 42).interval())
        .isEqualTo(Interval.UNKNOWN);
    assertThatThrownBy(() -> PairedFigure.of(new double[2], new double[3], 42))
        .hasMessageContaining("on 2 and 3");
  }

  @Test
  void whoLosesNoMoreThanIsToleratedPasses() {
    assertThat(GATE.judge(figure(0.05, 0.1, 100))).isEqualTo(GateVerdict.BETTER);
    assertThat(GATE.judge(figure(0, 0, 100))).isEqualTo(GateVerdict.AS_GOOD);
    assertThat(GATE.judge(figure(0.001, 0.4, 100))).isEqualTo(GateVerdict.AS_GOOD);
    // Surely worse, but by 1 % only.
    assertThat(GATE.judge(figure(-0.005, 0, 100))).isEqualTo(GateVerdict.AS_GOOD);
    assertThat(new QualityGate(0).judge(figure(-0.005, 0, 100))).isEqualTo(GateVerdict.WORSE);
    assertThat(GATE.judge(figure(-0.1, 0.1, 100))).isEqualTo(GateVerdict.WORSE);
    assertThat(GATE.judge(figure(-0.02, 0.4, 100))).isEqualTo(GateVerdict.DOUBTFUL);
    assertThat(GATE.judge(figure(0.05, 0.1, QualityGate.FEWEST - 1)))
        .isEqualTo(GateVerdict.UNKNOWN);
  }

  @Test
  void verdictsSayWhatMayGoLive() {
    assertThat(Arrays.stream(GateVerdict.values()).filter(GateVerdict::passes))
        .containsExactly(GateVerdict.BETTER, GateVerdict.AS_GOOD);
    assertThat(Arrays.stream(GateVerdict.values()).filter(GateVerdict::refuses))
        .containsExactly(GateVerdict.WORSE, GateVerdict.DOUBTFUL);
    assertThatThrownBy(() -> new QualityGate(1.1)).hasMessageContaining("0 to 1, but is 1.1");
  }

  /** Errors of a hundred customers, each a tenth greater than the opponent's. */
  @Test
  void aMetricOfWhichLessIsBetterIsTurnedRound() {
    PairedFigure worse = figure(0.1, 0.01, 100);
    assertThat(GATE.judge(worse.reversed())).isEqualTo(GateVerdict.WORSE);
    assertThat(GATE.judge(figure(-0.1, 0.01, 100).reversed())).isEqualTo(GateVerdict.BETTER);
    assertThat(worse.reversed().interval().contains(-worse.difference())).isTrue();
  }

  @Test
  void figuresThatAreNoMeansArePairedUnitByUnit() {
    double[] errors = {1, 2, 3, 4};
    double[] sold = {10, 1, 1, 8};
    var bootstrap = new Bootstrap(7);
    PairedFigure figure =
        PairedFigure.ofAll(
                4,
                1,
                times -> new double[] {ratio(times, errors, sold, 1)},
                times -> new double[] {ratio(times, errors, sold, 2)},
                bootstrap)
            .getFirst();
    assertThat(figure.candidate()).isCloseTo(0.5, within(1e-12));
    assertThat(figure.opponent()).isCloseTo(1, within(1e-12));
    assertThat(figure.units()).isEqualTo(4);
    assertThat(figure.interval())
        .isEqualTo(bootstrap.ofCounts(4, times -> -ratio(times, errors, sold, 1)));
  }

  private static double ratio(int[] times, double[] over, double[] under, int factor) {
    double above = 0;
    double below = 0;
    for (int unit = 0; unit < times.length; unit++) {
      above += factor * times[unit] * over[unit];
      below += times[unit] * under[unit];
    }
    return above / below;
  }
}
