package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.metric.NumberMetrics;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static double[][] probabilities(int rows, int classes, SplittableRandom random) {
    double[][] all = new double[rows][classes];
    for (double[] row : all) {
      // Coarse, so that scores are tied.
      double sum = 0;
      for (int code = 0; code < classes; code++) {
        row[code] = 1 + random.nextInt(5);
        sum += row[code];
      }
      for (int code = 0; code < classes; code++) {
        row[code] /= sum;
      }
    }
    return all;
  }

  private static int[] repeated(int[] times) {
    return IntStream.range(0, times.length)
        .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
        .toArray();
  }

  private static Map<String, Double> named(Figures figures, int[] times) {
    double[] values = figures.of(times);
    return IntStream.range(0, values.length)
        .boxed()
        .collect(Collectors.toMap(place -> figures.names().get(place), place -> values[place]));
  }

  /** Rows that count several times are rows that are there several times. */
  @Property(tries = 150, seed = "9")
  void isTheMetricOfRepeatedRows(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[][] given = probabilities(rows, classes, random);
    int[] codes = random.ints(rows, 0, classes).toArray();
    int[] times = random.ints(rows, 0, 4).toArray();
    int[] chosen = repeated(times);
    if (chosen.length == 0) {
      return;
    }
    double[][] p = Arrays.stream(chosen).mapToObj(row -> given[row]).toArray(double[][]::new);
    var target =
        new ClassTarget(
            IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
            Arrays.stream(chosen).map(row -> codes[row]).toArray());
    Map<String, Double> figures = named(new ClassFigures(given, codes), times);
    ClassMetrics expected = ClassMetrics.of(p, target.codes());
    assertThat(figures.get("accuracy")).isCloseTo(expected.accuracy(), within(1e-9));
    assertThat(figures.get("precision")).isCloseTo(expected.precision(), within(1e-9));
    assertThat(figures.get("recall")).isCloseTo(expected.recall(), within(1e-9));
    assertThat(figures.get("f1")).isCloseTo(expected.f1(), within(1e-9));
    assertThat(figures.get("macro_f1")).isCloseTo(expected.macroF1(), within(1e-9));
    assertThat(figures.get("log_loss")).isCloseTo(expected.logLoss(), within(1e-9));
    assertThat(figures.get("brier")).isCloseTo(expected.brier(), within(1e-9));
    assertThat(figures.get("ece")).isCloseTo(expected.calibrationError(), within(1e-9));
    for (TableMetric metric : TableMetrics.suiting(target)) {
      double value = metric.measure().of(target, p);
      if (Double.isNaN(value)) {
        assertThat(figures.get(metric.name())).isNaN();
      } else {
        assertThat(figures.get(metric.name())).isCloseTo(value, within(1e-9));
      }
    }
  }

  @Property(tries = 60, seed = "10")
  void ofNumbersToo(@ForAll @IntRange(min = 1, max = 40) int rows, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] predicted = random.doubles(rows).toArray();
    float[] truth = new float[rows];
    for (int row = 0; row < rows; row++) {
      truth[row] = (float) random.nextDouble();
    }
    int[] times = random.ints(rows, 1, 4).toArray();
    int[] chosen = repeated(times);
    float[] truths = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      truths[i] = truth[chosen[i]];
    }
    NumberMetrics expected =
        NumberMetrics.of(
            Arrays.stream(chosen).mapToDouble(row -> predicted[row]).toArray(), truths);
    double[] found = new NumberFigures(predicted, truth).of(times);
    assertThat(found[0]).isCloseTo(expected.rmse(), within(1e-9));
    assertThat(found[1]).isCloseTo(expected.mae(), within(1e-9));
    if (rows > 1) {
      assertThat(found[2]).isCloseTo(expected.r2(), within(1e-6 * (1 + Math.abs(expected.r2()))));
    }
  }

  @Test
  void intervalsOfAllAtOnceAreThoseOfEach() {
    var random = new SplittableRandom(2);
    double[][] p = probabilities(200, 2, random);
    int[] codes = random.ints(200, 0, 2).toArray();
    Figures figures = Figures.of(new ClassTarget(List.of("no", "yes"), codes), p);
    var bootstrap = new Bootstrap(200, 0.95, 5);
    Map<String, Interval> all = figures.intervals(bootstrap);
    assertThat(all).containsOnlyKeys(figures.names());
    var ranked = new BinaryScores(Arrays.stream(p).mapToDouble(r -> r[1]).toArray(), yes(codes));
    assertThat(all.get("auc")).isEqualTo(bootstrap.ofCounts(200, ranked::auc));
    assertThat(all.get("auc").contains(figures.all().get("auc"))).isTrue();
    int[] own = IntStream.range(0, 200).toArray();
    assertThat(figures.intervals(bootstrap, own)).isEqualTo(all);
    int[] pairs = IntStream.range(0, 200).map(row -> row / 2).toArray();
    assertThat(figures.intervals(bootstrap, pairs)).isNotEqualTo(all);
  }

  private static boolean[] yes(int[] codes) {
    boolean[] yes = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      yes[row] = codes[row] == 1;
    }
    return yes;
  }

  @Test
  void byHand() {
    var figures =
        new ClassFigures(new double[][] {{0.2, 0.8}, {0.6, 0.4}, {0.3, 0.7}}, new int[] {1, 1, 0});
    Map<String, Double> all = figures.all();
    assertThat(all.get("accuracy")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(all.get("auc")).isEqualTo(0.5);
    assertThat(all.get("pr_auc")).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    assertThat(all.get("brier")).isCloseTo((0.04 + 0.36 + 0.49) / 3, within(1e-12));
    // Without the first row the only positive one comes last.
    assertThat(named(figures, new int[] {0, 1, 1}).get("auc")).isZero();
    assertThat(named(figures, new int[] {1, 1, 0}).get("auc")).isNaN();
    assertThat(new ClassFigures(new double[0][], new int[0]).all().get("accuracy")).isNaN();
  }

  @Test
  void metricsSuitTheirTarget() {
    Target two = new ClassTarget(List.of("a", "b"), new int[0]);
    Target three = new ClassTarget(List.of("a", "b", "c"), new int[0]);
    Target number = new NumberTarget(new float[0]);
    assertThat(TableMetrics.suiting(two).getFirst().name()).isEqualTo("auc");
    assertThat(TableMetrics.suiting(three).getFirst().name()).isEqualTo("log_loss");
    assertThat(TableMetrics.suiting(number).getFirst().name()).isEqualTo("rmse");
    assertThat(TableMetrics.find(two, "pr_auc").orElseThrow().greaterIsBetter()).isTrue();
    assertThat(TableMetrics.find(three, "auc")).isEmpty();
    assertThat(new BinaryScores(new double[] {1}, new boolean[] {true}).auc()).isNaN();
  }

  @Test
  void otherLengthsAreRefused() {
    assertThatThrownBy(() -> new ClassFigures(new double[2][2], new int[3]))
        .hasMessage("2 predictions of 3 classes");
    assertThatThrownBy(() -> new NumberFigures(new double[2], new float[3]))
        .hasMessage("2 predictions of 3 numbers");
  }
}
