package io.shopkeeper.ml.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.table.TableAlgorithm.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm that learns from a table keeps to.
 *
 * @param <O> its options
 */
public abstract class TableAlgorithmContract<O extends Record>
    extends AlgorithmContract<LabelledTable, O, TableModel> {

  @Override
  protected abstract TableAlgorithm<O> algorithm();

  @Override
  protected List<LabelledTable> planted() {
    return tasks().stream().map(task -> PlantedTable.of(task, 3).training()).toList();
  }

  @Override
  protected void saysTheSame(TableModel stored, TableModel read, LabelledTable data) {
    assertThat(read.schema()).isEqualTo(stored.schema());
    assertThat(read.classes()).isEqualTo(stored.classes());
    assertThat(read.predict(data.features())).isDeepEqualTo(stored.predict(data.features()));
  }

  /** The part of new rows whose planted class must be found; chance finds about a half. */
  protected double leastAccuracy() {
    return 0.85;
  }

  private List<Task> tasks() {
    return Arrays.stream(Task.values()).filter(algorithm().tasks()::contains).toList();
  }

  /** Predictions that are numbers, and probabilities that add up. */
  private static void isSound(TableModel model, LabelledTable data) {
    assertThat(model.classes())
        .isEqualTo(data.target() instanceof ClassTarget target ? target.classes() : List.of());
    double[][] predicted = model.predict(data.features());
    assertThat(predicted).hasNumberOfRows(data.rows());
    float[] rows = model.schema().rows(data.features());
    for (int row = 0; row < predicted.length; row++) {
      double[] one = new double[model.outputs()];
      model.predict(rows, row * model.schema().width(), one);
      assertThat(one).as("one row as all").containsExactly(predicted[row]);
      isSound(model, one);
    }
  }

  private static void isSound(TableModel model, double[] prediction) {
    double sum = 0;
    for (double value : prediction) {
      assertThat(value).isFinite();
      assertThat(model.classes().isEmpty() || (value >= 0 && value <= 1)).isTrue();
      sum += value;
    }
    if (!model.classes().isEmpty()) {
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  /** A model, or a refusal that says what is missing. */
  private void learnsOrSaysWhy(LabelledTable data) {
    TableModel model;
    try {
      model = train(data);
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal.getMessage()).as("what is missing").matches("(?s).*\\d.*");
      return;
    }
    isSound(model, data);
  }

  @Test
  void findsWhatIsPlanted() {
    for (Task task : tasks()) {
      PlantedTable planted = PlantedTable.of(task, 3);
      TableModel model = train(planted.training());
      isSound(model, planted.training());
      assertThat(planted.accuracy(model)).as("%s", task).isGreaterThanOrEqualTo(leastAccuracy());
    }
  }

  @Test
  void weightsCount() {
    for (Task task : tasks()) {
      LabelledTable data = PlantedTable.of(task, 3).training();
      float[] weights = new float[data.rows()];
      for (int row = 0; row < weights.length; row++) {
        weights[row] = row % 3;
      }
      var weighted = new LabelledTable(data.features(), data.target(), Optional.of(weights));
      isSound(train(weighted), data);
    }
  }

  @Test
  void unknownCategoriesAndColumnsAreMissing() {
    for (Task task : tasks()) {
      TableModel model = train(PlantedTable.of(task, 3).training());
      var strange =
          new Table(
              List.of(
                  CategoryColumn.of("city", List.of("Atlantis", "上海")),
                  CategoryColumn.of("age", List.of("old", "young")),
                  new NumberColumn("nobody knows", new float[] {1, 2})));
      for (double[] prediction : model.predict(strange)) {
        isSound(model, prediction);
      }
      assertThat(model.predict(strange.select(new int[0]))).hasNumberOfRows(0);
    }
  }

  @Test
  void littleData() {
    for (Task task : tasks()) {
      LabelledTable data = PlantedTable.of(task, 3).training();
      learnsOrSaysWhy(data.select(new int[0]));
      learnsOrSaysWhy(data.select(new int[] {0}));
      learnsOrSaysWhy(data.select(new int[] {0, 1}));
      learnsOrSaysWhy(data.select(new int[100]));
    }
  }

  @Test
  void oneClassOnly() {
    for (Task task : tasks()) {
      LabelledTable data = PlantedTable.of(task, 3).training();
      if (data.target() instanceof ClassTarget target) {
        int[] same = new int[data.rows()];
        learnsOrSaysWhy(
            new LabelledTable(data.features(), new ClassTarget(target.classes(), same)));
      } else {
        learnsOrSaysWhy(
            new LabelledTable(data.features(), new NumberTarget(new float[data.rows()])));
      }
    }
  }

  @Test
  void columnsThatSayNothing() {
    for (Task task : tasks()) {
      LabelledTable data = PlantedTable.of(task, 3).training();
      int rows = data.rows();
      float[] same = new float[rows];
      Arrays.fill(same, 1e9f);
      float[] missing = new float[rows];
      Arrays.fill(missing, Float.NaN);
      var features =
          new Table(
              List.of(
                  new NumberColumn("same", same),
                  new NumberColumn("missing", missing),
                  new CategoryColumn("one", List.of("a"), new int[rows]),
                  new CategoryColumn(
                      "none", List.of(), IntStream.range(0, rows).map(i -> -1).toArray()),
                  new TextColumn("text", IntStream.range(0, rows).mapToObj(i -> "x").toList())));
      learnsOrSaysWhy(new LabelledTable(features, data.target()));
      learnsOrSaysWhy(new LabelledTable(new Table(rows, List.of()), data.target()));
    }
  }

  @Test
  void hugeAndTinyNumbers() {
    for (Task task : tasks()) {
      LabelledTable data = PlantedTable.of(task, 3).training();
      float[] huge = new float[data.rows()];
      float[] tiny = new float[data.rows()];
      for (int row = 0; row < huge.length; row++) {
        huge[row] = (row % 2 == 0 ? 1 : -1) * Float.MAX_VALUE;
        tiny[row] = row * Float.MIN_VALUE;
      }
      var features =
          new Table(List.of(new NumberColumn("huge", huge), new NumberColumn("tiny", tiny)));
      learnsOrSaysWhy(new LabelledTable(features, data.target()));
    }
  }

  @Test
  void anotherKindOfTargetIsRefused() {
    for (Task task : Task.values()) {
      if (!algorithm().tasks().contains(task)) {
        LabelledTable data = PlantedTable.of(task, 3).training();
        assertThatThrownBy(() -> train(data))
            .as("%s", task)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
