package io.shopkeeper.prediction.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.prediction.model.HeldOut;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionTrainerTest {

  private static final String SPLIT = "stratified:0.2";

  @TempDir private Path folder;
  private int snapshots;

  static Stream<String> classifiers() {
    return TableAlgorithms.all().stream()
        .filter(algorithm -> algorithm.tasks().contains(TableAlgorithm.Task.BINARY))
        .map(TableAlgorithm::name);
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void everyAlgorithmFindsWhatWasPlanted(String algorithm) throws IOException {
    Trained trained = train(visits(), algorithm, SPLIT);
    Map<String, Double> metrics = trained.metrics().get(SPLIT);
    assertThat(metrics).as("%s", trained.metrics()).isNotNull();
    assertThat(metrics.get("auc")).isGreaterThan(0.85);
    assertThat(metrics).containsEntry("rows", 80.0);
    assertThat(trained.standardErrors().get(SPLIT).get("auc")).isPositive();
    assertThat(trained.facts().get("eceIfPerfect"))
        .as("what a perfect model would show")
        .matches("0\\.\\d{4} \\(0\\.\\d{4} to 0\\.\\d{4}\\)");
    PredictionModel model = PredictionModel.read(trained.artefact());
    assertThat(model.target()).isEqualTo("bought");
    assertThat(model.algorithm()).isEqualTo(algorithm);
    assertThat(model.model().classes()).containsExactly("no", "yes");
  }

  /** Folds, so that all four hundred rows are held out once. */
  @Test
  void aWorseCandidateIsRefusedAndABetterOnePasses() throws IOException {
    Trained good = trainedBeside(Optional.empty(), Map.of());
    assertThat(Beside.of(good.facts())).as("nothing serves").isEmpty();
    Map<String, String> crippled = Map.of("minRows", "1000");
    Beside worse =
        Beside.of(trainedBeside(Optional.of(live(good)), crippled).facts()).orElseThrow();
    assertThat(worse.opponent()).isEqualTo(Beside.Opponent.LIVE_SETTINGS);
    assertThat(worse.figures()).containsKeys("log_loss", "auc", "brier");
    assertThat(worse.figures().get("log_loss").opponent())
        .isEqualTo(good.metrics().get(FOLDS).get("log_loss"));
    assertThat(verdict(worse)).isEqualTo(GateVerdict.WORSE);
    Trained poor = trainedBeside(Optional.empty(), crippled);
    Beside better =
        Beside.of(trainedBeside(Optional.of(live(poor)), Map.of()).facts()).orElseThrow();
    assertThat(verdict(better)).isEqualTo(GateVerdict.BETTER);
    Beside same = Beside.of(trainedBeside(Optional.of(live(good)), Map.of()).facts()).orElseThrow();
    assertThat(same.figures().get("log_loss").difference()).isZero();
  }

  private static final String FOLDS = "stratified-kfold:5";

  private static GateVerdict verdict(Beside beside) {
    return new QualityGate(0.02).judge(beside.figures().get("brier").reversed());
  }

  private static Opponent live(Trained trained) {
    return new Opponent(
        6, "decision-tree", trained.options(), 42, Optional.empty(), trained.artefact());
  }

  private Trained trainedBeside(Optional<Opponent> live, Map<String, String> options)
      throws IOException {
    Path own = folder.resolve("beside-" + snapshots++);
    var task =
        new TrainingTask("decision-tree", options, 42, Map.of(TrainingTask.EVALUATION, FOLDS));
    return new PredictionTrainer()
        .train(task, PlantedTable.write(own, "bought", null, false, live), TrainingListener.SILENT);
  }

  @Test
  void theReportSaysWhatTheModelLivesOn() throws IOException {
    Map<String, byte[]> files = train(visits(), "logistic-regression", SPLIT).files();
    assertThat(files)
        .containsOnlyKeys(
            "importance.csv", "dependence.csv", "reliability.csv", "thresholds.csv", HeldOut.FILE);
    List<String> importance = lines(files, "importance.csv");
    assertThat(importance.getFirst()).matches("column,loss_of_\\w+,deviation");
    assertThat(importance.subList(1, 3))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactlyInAnyOrder("minutes", "source");
    assertThat(lines(files, "dependence.csv"))
        .contains("column,value,number,prediction,outcome")
        .anyMatch(line -> line.matches("source,mail,NaN,0\\.\\d+,yes"))
        .noneMatch(line -> line.endsWith(",no"));
    assertThat(lines(files, "reliability.csv")).hasSizeBetween(3, 11);
    assertThat(lines(files, "thresholds.csv")).hasSizeGreaterThan(5);
  }

  @Test
  void ofThreeClassesEachHasACurve() throws IOException {
    Snapshot snapshot = PlantedTable.write(folder, "source", null, false);
    Trained trained = train(snapshot, "logistic-regression", SPLIT);
    List<String> curves = lines(trained.files(), "dependence.csv");
    List<String> column =
        curves.stream().skip(1).filter(line -> line.startsWith(first(curves) + ",")).toList();
    assertThat(column.stream().map(line -> line.substring(line.lastIndexOf(',') + 1)).distinct())
        .hasSize(3)
        .containsAll(PredictionModel.read(trained.artefact()).model().classes());
    for (int place = 0; place < column.size() / 3; place++) {
      double sum = 0;
      for (int outcome = 0; outcome < 3; outcome++) {
        sum += Double.parseDouble(column.get(outcome * column.size() / 3 + place).split(",")[3]);
      }
      assertThat(sum).isCloseTo(1, within(2e-6));
    }
  }

  private static String first(List<String> curves) {
    return curves.get(1).substring(0, curves.get(1).indexOf(','));
  }

  @Test
  void aNumberIsPredictedToo() throws IOException {
    Snapshot snapshot = PlantedTable.write(folder, "spent", null, false);
    Trained trained = train(snapshot, "gradient-boosting", "random:0.2");
    assertThat(trained.metrics().get("random:0.2").get("r2")).isGreaterThan(0.6);
    assertThat(trained.files()).containsOnlyKeys("importance.csv", "dependence.csv");
    assertThat(PredictionModel.read(trained.artefact()).model().classes()).isEmpty();
  }

  @Test
  void rowsWithATimeAreSplitByIt() throws IOException {
    Snapshot snapshot = PlantedTable.write(folder, "bought", "yes", true);
    assertThat(train(snapshot, "logistic-regression", "time:0.2").metrics().get("time:0.2"))
        .containsEntry("rows", 80.0);
  }

  @Test
  void crossValidationMeasuresEachRowOnce() throws IOException {
    Trained trained = train(visits(), "logistic-regression", "stratified-kfold:5");
    assertThat(trained.metrics().values())
        .singleElement()
        .satisfies(metrics -> assertThat(metrics).containsEntry("rows", 400.0));
  }

  @Test
  void whatWasPredictedForRowsThatWereHeldOutIsKept() throws IOException {
    Trained once = train(visits(), "logistic-regression", SPLIT);
    HeldOut held = HeldOut.read(once.files().get(HeldOut.FILE));
    assertThat(held.rows()).hasSize(80).isSorted();
    double right = 0;
    for (int place = 0; place < held.rows().length; place++) {
      assertThat(held.positive()[place])
          .isEqualTo(PlantedTable.row(held.rows()[place])[5].equals("yes"));
      right += held.positive()[place] == held.probabilities()[place] >= 0.5 ? 1 : 0;
    }
    assertThat(right / 80).isCloseTo(once.metrics().get(SPLIT).get("accuracy"), within(1e-9));
    assertThat(once.facts()).containsEntry("positive", "yes");

    Trained folds = train(visits(), "logistic-regression", "stratified-kfold:5");
    assertThat(HeldOut.read(folds.files().get(HeldOut.FILE)).rows()).hasSize(400);
  }

  @Test
  void nestedCrossValidationMeasuresTheSearch() throws IOException {
    var order = new TuningOrder("random", 3, 1, Map.of("l2", "0.01..100"));
    Map<String, String> parameters = new HashMap<>(order.parameters());
    parameters.put(TrainingTask.EVALUATION, "nested:5");
    Trained trained =
        new PredictionTrainer()
            .train(
                new TrainingTask("logistic-regression", Map.of(), 42, parameters),
                visits(),
                TrainingListener.SILENT);
    assertThat(trained.metrics().get("nested:5"))
        .containsEntry("rows", 400.0)
        .hasEntrySatisfying("auc", auc -> assertThat(auc).isGreaterThan(0.85));
    List<String> folds = lines(trained.files(), "nested.csv");
    assertThat(folds).hasSize(6).first().isEqualTo("fold,rows,search_auc,auc,l2");
    double rows = 0;
    double mean = 0;
    for (String fold : folds.subList(1, 6)) {
      String[] cells = fold.split(",");
      rows += Integer.parseInt(cells[1]);
      mean += Double.parseDouble(cells[3]) / 5;
      assertThat(Double.parseDouble(cells[2])).isBetween(0.85, 1.0);
      assertThat(Double.parseDouble(cells[4])).isBetween(0.01, 100.0);
    }
    assertThat(rows).isEqualTo(400);
    assertThat(mean).as("of the folds, beside that of all rows").isBetween(0.85, 1.0);
    assertThat(trained.files()).containsKeys("trials.csv", "importance.csv", HeldOut.FILE);
    assertThat(trained.facts()).containsEntry("trials", "3");
  }

  @Test
  void aLearningCurveTrainsOnPartsOfGrowingSize() throws IOException {
    Trained trained = train(visits(), "gradient-boosting", "learning-curve:0.2");
    assertThat(trained.metrics().get(SPLIT)).as("measured as usual").containsEntry("rows", 80.0);
    List<String> sizes = lines(trained.files(), "learning.csv");
    assertThat(sizes).hasSize(6).first().isEqualTo("rows,train_auc,auc,train_error,error");
    double[] rows = sizes.stream().skip(1).mapToDouble(line -> cell(line, 0)).toArray();
    assertThat(rows).isSorted().doesNotHaveDuplicates();
    assertThat(rows[0]).isBetween(55.0, 65.0);
    assertThat(rows[4]).isEqualTo(320);
    assertThat(cell(sizes.getLast(), 2))
        .as("more rows teach more")
        .isGreaterThan(cell(sizes.get(1), 2));
    assertThat(cell(sizes.getLast(), 4)).as("of five folds").isBetween(0.0, 0.1);
  }

  @Test
  void aLearningCurveOfRowsWithATimeMeasuresOnTheNewest() throws IOException {
    Snapshot snapshot = PlantedTable.write(folder, "bought", "yes", true);
    Trained trained = train(snapshot, "logistic-regression", "learning-curve:0.2");
    assertThat(trained.metrics()).containsOnlyKeys("time:0.2");
    assertThat(cell(lines(trained.files(), "learning.csv").getLast(), 4))
        .as("of one fold nothing is known of chance")
        .isNaN();
  }

  private static double cell(String line, int place) {
    return Double.parseDouble(line.split(",")[place]);
  }

  @Test
  void theSameSnapshotGivesTheSameBytes() throws IOException {
    Snapshot snapshot = visits();
    assertThat(train(snapshot, "gradient-boosting", SPLIT).artefact())
        .isEqualTo(train(snapshot, "gradient-boosting", SPLIT).artefact());
  }

  @Test
  void aSearchChoosesTheOptions() throws IOException {
    List<TriedOptions> heard = new ArrayList<>();
    var order = new TuningOrder("random", 3, 1, Map.of("l2", "0.01..100"));
    Map<String, String> parameters = new HashMap<>(order.parameters());
    parameters.put(TrainingTask.EVALUATION, SPLIT);
    Trained trained =
        new PredictionTrainer()
            .train(
                new TrainingTask("logistic-regression", Map.of(), 42, parameters),
                visits(),
                new TrainingListener() {
                  @Override
                  public void progress(double fraction, String phase) {}

                  @Override
                  public void tried(TriedOptions trial) {
                    heard.add(trial);
                  }

                  @Override
                  public boolean cancelled() {
                    return false;
                  }
                });
    assertThat(heard).hasSize(3);
    assertThat(trained.facts()).containsEntry("trials", "3").containsEntry("target", "bought");
    assertThat(trained.files()).containsKey("trials.csv");
  }

  @Test
  void tellsHowFarItIsAndStopsWhenItIsWanted() throws IOException {
    List<Double> progress = new ArrayList<>();
    Snapshot snapshot = visits();
    var listener =
        new TrainingListener() {
          private double until = 2;

          @Override
          public void progress(double fraction, String phase) {
            progress.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return !progress.isEmpty() && progress.getLast() > until;
          }
        };
    train(snapshot, "gradient-boosting", SPLIT, listener);
    assertThat(progress).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    listener.until = 0.1;
    progress.clear();
    assertThatThrownBy(() -> train(snapshot, "gradient-boosting", SPLIT, listener))
        .isInstanceOf(TrainingCancelledException.class);
  }

  @Test
  void whatCannotBeLearntIsSaid() throws IOException {
    Snapshot snapshot = visits();
    assertThatThrownBy(() -> train(snapshot, "sesame", SPLIT))
        .hasMessage("there is no algorithm sesame");
    assertThatThrownBy(() -> train(snapshot, "logistic-regression", "time:0.2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PredictionModel.read(new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class);
  }

  private Snapshot visits() throws IOException {
    return PlantedTable.write(folder, "bought", null, false);
  }

  private static Trained train(Snapshot snapshot, String algorithm, String evaluation)
      throws IOException {
    return train(snapshot, algorithm, evaluation, TrainingListener.SILENT);
  }

  private static Trained train(
      Snapshot snapshot, String algorithm, String evaluation, TrainingListener listener)
      throws IOException {
    var task =
        new TrainingTask(algorithm, Map.of(), 42, Map.of(TrainingTask.EVALUATION, evaluation));
    return new PredictionTrainer().train(task, snapshot, listener);
  }

  private static List<String> lines(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8).lines().toList();
  }
}
