package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Importance and partial dependence of models whose formula is known. */
class ExplanationTest {

  private static final int ROWS = 4000;
  private static final TableMetric SQUARED_ERROR =
      new TableMetric("mse", false, ExplanationTest::squaredError);
  private static final Table TABLE = table();

  private static Table table() {
    var random = new SplittableRandom(1);
    float[] x = new float[ROWS];
    float[] y = new float[ROWS];
    float[] idle = new float[ROWS];
    int[] codes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      x[row] = (float) random.nextGaussian();
      y[row] = (float) random.nextGaussian();
      idle[row] = (float) random.nextGaussian();
      codes[row] = random.nextInt(3);
    }
    return new Table(
        List.of(
            new NumberColumn("x", x),
            new NumberColumn("y", y),
            new NumberColumn("idle", idle),
            new CategoryColumn("colour", List.of("blue", "green", "red", "unused"), codes),
            new TextColumn("words", Collections.nCopies(ROWS, "a"))));
  }

  private static double squaredError(Target target, double[][] predictions) {
    float[] values = ((NumberTarget) target).values();
    double sum = 0;
    for (int row = 0; row < values.length; row++) {
      sum += Math.pow(values[row] - predictions[row][0], 2);
    }
    return sum / values.length;
  }

  /** 3x + y + 2 where the colour is red. */
  private static Formula sum() {
    return new Formula(Schema.of(TABLE), row -> 3 * row[0] + row[1] + (row[3] == 2 ? 2 : 0));
  }

  private static LabelledTable labelled(Formula formula) {
    double[][] predictions = formula.predict(TABLE);
    float[] values = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      values[row] = (float) predictions[row][0];
    }
    return new LabelledTable(TABLE, new NumberTarget(values));
  }

  private static PermutationImportance importance(LabelledTable data, long seed) {
    return PermutationImportance.of(sum(), data, SQUARED_ERROR, 5, seed, TrainingListener.SILENT);
  }

  /** Shuffling a column of deviation s under a factor f costs 2·f²·s². */
  @Test
  void importanceIsWhatTheFormulaCosts() {
    PermutationImportance found = importance(labelled(sum()), 1);
    assertThat(found.score()).isCloseTo(0, within(1e-9));
    assertThat(found.features().stream().map(feature -> feature.columns().getFirst()).limit(3))
        .containsExactly("x", "y", "colour");
    assertThat(found.features().get(0).mean()).isCloseTo(18, within(1.0));
    assertThat(found.features().get(0).losses()).hasSize(5);
    assertThat(found.features().get(0).deviation()).isBetween(0.01, 1.0);
    assertThat(found.features().get(1).mean()).isCloseTo(2, within(0.15));
    assertThat(found.features().get(2).mean()).isCloseTo(2 * 4 * 2 / 9.0, within(0.1));
    assertThat(found.features().get(3).mean()).isZero();
    assertThat(found.features().get(4).mean()).isZero();
  }

  @Test
  void greaterIsBetterTurnsTheSign() {
    var negative =
        new TableMetric("negative", true, (target, given) -> -squaredError(target, given));
    PermutationImportance found =
        PermutationImportance.of(sum(), labelled(sum()), negative, 2, 1, TrainingListener.SILENT);
    assertThat(found.features().getFirst().mean()).isCloseTo(18, within(1.0));
  }

  @Test
  void columnsTogetherLoseTogether() {
    LabelledTable data = labelled(sum());
    PermutationImportance found =
        PermutationImportance.of(
            sum(),
            data,
            SQUARED_ERROR,
            List.of(List.of("x", "y"), List.of("idle")),
            3,
            1,
            TrainingListener.SILENT);
    assertThat(found.features().getFirst().columns()).containsExactly("x", "y");
    assertThat(found.features().getFirst().mean()).isCloseTo(20, within(1.2));
    assertThatThrownBy(
            () ->
                PermutationImportance.of(
                    sum(),
                    data,
                    SQUARED_ERROR,
                    List.of(List.of("z")),
                    3,
                    1,
                    TrainingListener.SILENT))
        .hasMessage("there is no column z");
  }

  @Test
  void seedsDecideAndCancellingStops() {
    LabelledTable data = labelled(sum());
    assertThat(importance(data, 1))
        .isEqualTo(importance(data, 1))
        .isNotEqualTo(importance(data, 2));
    assertThatThrownBy(
            () ->
                PermutationImportance.of(
                    sum(), data, SQUARED_ERROR, 5, 1, Listeners.cancelledAfter(3)))
        .isInstanceOf(TrainingCancelledException.class);
    assertThatThrownBy(
            () ->
                PartialDependence.of(
                    sum(),
                    TABLE,
                    "x",
                    0,
                    PartialDependence.Extent.CHART,
                    1,
                    Listeners.cancelledAfter(3)))
        .isInstanceOf(TrainingCancelledException.class);
  }

  private static PartialDependence dependence(Formula formula, String column) {
    return PartialDependence.of(
        formula, TABLE, column, 0, PartialDependence.Extent.CHART, 1, TrainingListener.SILENT);
  }

  @Test
  void dependenceOnANumberIsItsTerm() {
    PartialDependence found = dependence(sum(), "x");
    assertThat(found.values()).hasSize(25);
    assertThat(found.values().getFirst().number()).isCloseTo(-2.33, within(0.15));
    assertThat(found.values().getLast().number()).isCloseTo(2.33, within(0.15));
    double first = found.values().getFirst().mean() - 3 * found.values().getFirst().number();
    for (PartialDependence.Value value : found.values()) {
      assertThat(value.mean() - 3 * value.number()).isCloseTo(first, within(1e-5));
    }
    assertThat(first).isCloseTo(2 / 3.0, within(0.1));
    assertThat(found.lines()).hasNumberOfRows(50);
    assertThat(found.rows()).hasSize(50);
  }

  @Test
  void dependenceOnACategoryIsItsTerm() {
    PartialDependence found = dependence(sum(), "colour");
    assertThat(found.values().stream().map(PartialDependence.Value::label))
        .containsExactly("blue", "green", "red");
    double blue = found.values().get(0).mean();
    assertThat(found.values().get(1).mean()).isCloseTo(blue, within(1e-9));
    assertThat(found.values().get(2).mean()).isCloseTo(blue + 2, within(1e-9));
  }

  /** x·y: nothing on average, and a slope of its own for each row. */
  @Test
  void linesShowWhatTheMeanHides() {
    var product = new Formula(Schema.of(TABLE), row -> row[0] * row[1]);
    PartialDependence found = dependence(product, "x");
    float[] y = ((NumberColumn) TABLE.column("y").orElseThrow()).values();
    double span = found.values().getLast().number() - found.values().getFirst().number();
    for (int line = 0; line < 50; line++) {
      double[] values = found.lines()[line];
      assertThat((values[24] - values[0]) / span).isCloseTo(y[found.rows()[line]], within(1e-4));
    }
    double slope = (found.values().getLast().mean() - found.values().getFirst().mean()) / span;
    assertThat(slope).isCloseTo(0, within(0.1));
  }

  @Test
  void fewRowsGiveAllTheirValues() {
    Table few = TABLE.select(new int[] {0, 1, 1, 2});
    PartialDependence found =
        PartialDependence.of(
            sum(),
            few,
            "x",
            0,
            new PartialDependence.Extent(10, 10, 10),
            1,
            TrainingListener.SILENT);
    assertThat(found.values()).hasSize(3);
    assertThat(found.lines()).hasNumberOfRows(4);
    assertThat(found.values().stream().map(PartialDependence.Value::number)).isSorted();
  }

  @Test
  void whatHasNoValuesIsRefused() {
    assertThatThrownBy(() -> dependence(sum(), "words")).hasMessageContaining("of texts");
    assertThatThrownBy(() -> dependence(sum(), "z")).hasMessage("there is no column z");
    var empty = new Table(List.of(new NumberColumn("x", new float[] {Float.NaN})));
    assertThatThrownBy(
            () ->
                PartialDependence.of(
                    new Formula(Schema.of(empty), row -> 0),
                    empty,
                    "x",
                    0,
                    PartialDependence.Extent.CHART,
                    1,
                    TrainingListener.SILENT))
        .hasMessage("every cell of column x is missing");
  }
}
