package io.shopkeeper.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.evaluation.NaiveBayes;
import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.evaluation.TwinColumns;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedTest {

  private static TableModel trained(
      Calibration method, LabelledTable data, TrainingListener listener) {
    var algorithm = new NaiveBayes();
    return Calibrated.train(
        method,
        data,
        1,
        listener,
        (rows, part) -> algorithm.train(rows, algorithm.standard(), 1, part));
  }

  private static CalibratedModel train(Calibration method, LabelledTable data) {
    return (CalibratedModel) trained(method, data, TrainingListener.SILENT);
  }

  private static CalibratedModel read(byte[] bytes) throws IOException {
    return (CalibratedModel)
        CalibratedModel.read(
            new DataInputStream(new ByteArrayInputStream(bytes)), new NaiveBayes()::read);
  }

  private static double error(double[][] predictions, LabelledTable data, int code) {
    int[] codes = ((ClassTarget) data.target()).codes();
    boolean[] positive = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      positive[row] = codes[row] == code;
    }
    return ReliabilityCurve.ofEqualWidth(
            Arrays.stream(predictions).mapToDouble(row -> row[code]).toArray(), positive, 10)
        .expectedError();
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void probabilitiesOfUnseenRowsMeanWhatTheySay(Calibration method) {
    LabelledTable data = TwinColumns.of(4000, 2, 1);
    LabelledTable unseen = TwinColumns.of(8000, 2, 2);
    CalibratedModel model = train(method, data);
    assertThat(model.errorBefore()).isGreaterThan(0.03);
    assertThat(model.errorAfter()).isLessThan(0.025);
    double[][] before = model.uncalibrated().predict(unseen.features());
    double[][] after = model.predict(unseen.features());
    assertThat(error(before, unseen, 1)).isCloseTo(model.errorBefore(), within(0.02));
    assertThat(error(after, unseen, 1)).isLessThan(0.025);
    for (double[] row : after) {
      assertThat(row[0] + row[1]).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void severalClassesAreCalibratedOneByOne(Calibration method) {
    LabelledTable data = TwinColumns.of(4000, 3, 1);
    LabelledTable unseen = TwinColumns.of(8000, 3, 2);
    CalibratedModel model = train(method, data);
    assertThat(model.errorAfter()).isLessThan(model.errorBefore());
    double[][] after = model.predict(unseen.features());
    for (int code = 0; code < 3; code++) {
      assertThat(error(after, unseen, code)).isLessThan(0.035);
    }
    double[] one = new double[3];
    float[] rows = model.schema().rows(unseen.features());
    model.predict(rows, 5 * model.schema().width(), one);
    assertThat(one).containsExactly(after[5]);
    assertThat(Arrays.stream(one).sum()).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void isStoredWithItsModel(Calibration method) throws IOException {
    LabelledTable data = TwinColumns.of(300, 3, 1);
    CalibratedModel model = train(method, data);
    byte[] bytes = Stored.bytes(model);
    CalibratedModel again = read(bytes);
    assertThat(again.predict(data.features())).isDeepEqualTo(model.predict(data.features()));
    assertThat(Stored.bytes(again)).isEqualTo(bytes).isEqualTo(Stored.bytes(train(method, data)));
    assertThat(again.errorAfter()).isEqualTo(model.errorAfter());
    TableModel alone = model.uncalibrated();
    assertThat(
            CalibratedModel.read(
                new DataInputStream(new ByteArrayInputStream(Stored.bytes(alone))),
                new NaiveBayes()::read))
        .isNotInstanceOf(CalibratedModel.class);
    for (int cut : new int[] {0, 5, 20, bytes.length / 2, bytes.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(bytes, cut))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theOrderOfRowsIsThatOfTheModel() {
    CalibratedModel model = train(Calibration.ISOTONIC, TwinColumns.of(4000, 2, 1));
    LabelledTable unseen = TwinColumns.of(500, 2, 2);
    double[][] before = model.uncalibrated().predict(unseen.features());
    double[][] after = model.predict(unseen.features());
    for (int i = 1; i < before.length; i++) {
      assertThat(Double.compare(after[i][1], after[0][1]))
          .isEqualTo(Double.compare(before[i][1], before[0][1]));
    }
  }

  @Test
  void ofManyRowsAFifthIsEnough() {
    var trainings = new ArrayList<Integer>();
    var algorithm = new NaiveBayes();
    LabelledTable data = TwinColumns.of(20_001, 2, 1);
    TableModel model =
        Calibrated.train(
            Calibration.ISOTONIC,
            data,
            1,
            TrainingListener.SILENT,
            (rows, part) -> {
              trainings.add(rows.rows());
              return algorithm.train(rows, algorithm.standard(), 1, part);
            });
    assertThat(trainings).containsExactly(16_000, 20_001);
    assertThat(((CalibratedModel) model).errorAfter()).isLessThan(0.02);
  }

  @Test
  void rareClassesAndNumbersStayAsTheyAre() {
    LabelledTable data = TwinColumns.of(30, 2, 1);
    int[] codes = new int[30];
    codes[3] = 1;
    var rare = new LabelledTable(data.features(), new ClassTarget(List.of("no", "yes"), codes));
    var lines = new ArrayList<String>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {}

          @Override
          public void log(String line) {
            lines.add(line);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    assertThat(trained(Calibration.PLATT, rare, listener)).isNotInstanceOf(CalibratedModel.class);
    assertThat(lines)
        .containsExactly("No calibration: it needs at least 5 rows of each class, but yes has 1.");
    LabelledTable whole = TwinColumns.of(30, 2, 1);
    assertThat(trained(Calibration.NONE, whole, listener)).isNotInstanceOf(CalibratedModel.class);
    assertThat(trained(Calibration.PLATT, whole, listener)).isInstanceOf(CalibratedModel.class);
    assertThat(lines).hasSize(2).last().asString().contains("expected error");
  }

  @Test
  void anotherModelGetsTheSameCurves() {
    CalibratedModel model = train(Calibration.PLATT, TwinColumns.of(300, 2, 1));
    CalibratedModel other = train(Calibration.PLATT, TwinColumns.of(300, 2, 9));
    CalibratedModel both = model.with(other.uncalibrated());
    LabelledTable unseen = TwinColumns.of(50, 2, 2);
    assertThat(both.predict(unseen.features())).isNotEqualTo(model.predict(unseen.features()));
    assertThat(both.uncalibrated()).isSameAs(other.uncalibrated());
    CalibratedModel three = train(Calibration.PLATT, TwinColumns.of(300, 3, 1));
    assertThatThrownBy(() -> model.with(three)).hasMessageContaining("must have the classes");
  }

  @Test
  void isCancelledInAnyFold() {
    LabelledTable data = TwinColumns.of(100, 2, 1);
    for (int asked : IntStream.range(0, 8).toArray()) {
      assertThatThrownBy(() -> trained(Calibration.PLATT, data, Listeners.cancelledAfter(asked)))
          .isInstanceOf(TrainingCancelledException.class);
    }
  }
}
