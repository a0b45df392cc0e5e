package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.TestWorkers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static ToDoubleFunction<int[]> mean(double[] values) {
    return counts -> {
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < values.length; i++) {
        sum += counts[i] * values[i];
        weight += counts[i];
      }
      return sum / weight;
    };
  }

  private static double[] normal(int n, double mean, long seed) {
    var random = new SplittableRandom(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + random.nextGaussian());
    return values;
  }

  /** Of a mean of 400 normal values the interval is close to ±1.96/20. */
  @Test
  void theIntervalOfAMeanIsThatOfTheory() {
    double[] values = normal(400, 3, 1);
    Interval interval = new Bootstrap(4000, 0.95, 7).ofCounts(400, mean(values));
    double centre = Arrays.stream(values).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - centre) * (v - centre)).sum() / 400);
    assertThat(interval.low()).isCloseTo(centre - 1.96 * deviation / 20, within(0.008));
    assertThat(interval.high()).isCloseTo(centre + 1.96 * deviation / 20, within(0.008));
  }

  /** Of 200 samples about 19 in 20 intervals hold the true mean. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int held = 0;
    for (int sample = 0; sample < 200; sample++) {
      Interval interval = new Bootstrap(400, 0.9, 7).ofCounts(60, mean(normal(60, 5, sample)));
      held += interval.contains(5) ? 1 : 0;
    }
    assertThat(held / 200.0).isBetween(0.83, 0.96);
  }

  @Test
  void rowsAndCountsAreTheSameDraws() {
    double[] values = normal(50, 0, 2);
    var bootstrap = new Bootstrap(300, 0.95, 3);
    Interval ofRows =
        bootstrap.ofRows(
            50, rows -> Arrays.stream(rows).mapToDouble(r -> values[r]).average().orElseThrow());
    Interval ofCounts = bootstrap.ofCounts(50, mean(values));
    assertThat(ofRows.low()).isCloseTo(ofCounts.low(), within(1e-12));
    assertThat(ofRows.high()).isCloseTo(ofCounts.high(), within(1e-12));
  }

  /** Ten equal rows of each group are as good as one, not as good as ten. */
  @Test
  void rowsOfAGroupAreDrawnTogether() {
    double[] values = normal(40, 0, 4);
    double[] tenfold = new double[400];
    int[] groups = new int[400];
    for (int row = 0; row < 400; row++) {
      groups[row] = row % 40;
      tenfold[row] = values[groups[row]];
    }
    var bootstrap = new Bootstrap(5);
    Interval alone = bootstrap.ofCounts(40, mean(values));
    Interval grouped = bootstrap.ofGroups(groups, mean(tenfold));
    assertThat(grouped.low()).isCloseTo(alone.low(), within(1e-12));
    assertThat(grouped.high()).isCloseTo(alone.high(), within(1e-12));
    Interval rows = bootstrap.ofCounts(400, mean(tenfold));
    assertThat(rows.high() - rows.low()).isLessThan(0.6 * (alone.high() - alone.low()));
  }

  @Test
  void undefinedDrawsAreLeftOut() {
    double[] values = normal(30, 0, 4);
    var bootstrap = new Bootstrap(400, 0.95, 1);
    ToDoubleFunction<int[]> mean = mean(values);
    ToDoubleFunction<int[]> sometimes =
        counts -> counts[0] == 0 ? Double.NaN : mean.applyAsDouble(counts);
    assertThat(bootstrap.ofCounts(30, sometimes).low()).isNotNaN();
    assertThat(bootstrap.ofCounts(30, counts -> Double.NaN)).isEqualTo(Interval.UNKNOWN);
    assertThat(bootstrap.ofCounts(0, mean(new double[0]))).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void threadsDoNotMatter() {
    double[] values = normal(100, 0, 4);
    Interval one = new Bootstrap(9).ofCounts(100, mean(values));
    try (var pool = new TestWorkers(2);
        KernelBackends backends = KernelBackends.start(pool.workers(), "scalar")) {
      KernelBackends.install(() -> backends);
      assertThat(new Bootstrap(9).ofCounts(100, mean(values))).isEqualTo(one);
    } finally {
      KernelBackends.install(null);
    }
  }

  @Test
  void pairsSeeWhatTwoIntervalsHide() {
    double[] hard = normal(500, 0, 1);
    double[] noise = normal(500, 0, 2);
    double[] better = new double[500];
    Arrays.setAll(better, row -> hard[row] + 0.02 + 0.05 * noise[row]);
    var bootstrap = new Bootstrap(3);
    Interval one = bootstrap.ofCounts(500, mean(hard));
    Interval other = bootstrap.ofCounts(500, mean(better));
    assertThat(one.high()).isGreaterThan(other.low());
    var comparison = PairedComparison.of(bootstrap, 500, mean(better), mean(hard));
    assertThat(comparison.difference()).isCloseTo(0.02, within(0.01));
    assertThat(comparison.isClear()).isTrue();
    assertThat(comparison.probability()).isLessThan(0.01);
    var same = PairedComparison.of(bootstrap, 500, mean(hard), mean(hard));
    assertThat(same.probability()).isEqualTo(1);
    assertThat(same.isClear()).isFalse();
  }

  /** Where nothing differs, 5 in 100 tests find something at the level 0.05. */
  @Test
  void thePairedTestErrsAsOftenAsItSays() {
    int found = 0;
    for (int sample = 0; sample < 300; sample++) {
      double[] one = normal(50, 0, sample);
      double[] other = normal(50, 0, 10_000 + sample);
      var comparison =
          PairedComparison.of(new Bootstrap(200, 0.95, sample), 50, mean(one), mean(other));
      found += comparison.probability() <= 0.05 ? 1 : 0;
    }
    assertThat(found / 300.0).isBetween(0.02, 0.1);
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(10, 0.95, 1)).hasMessageContaining("at least 20");
    assertThatThrownBy(() -> new Bootstrap(100, 1, 1)).hasMessageContaining("level");
  }
}
