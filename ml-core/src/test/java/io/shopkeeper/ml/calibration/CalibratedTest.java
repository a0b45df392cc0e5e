package io.shopkeeper.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.OptionField;
import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.evaluation.NaiveBayes;
import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.evaluation.TwinColumns;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableAlgorithm.Task;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedTest {

  private static Calibrated<NaiveBayes.Options> algorithm(CalibrationOptions.Method method) {
    return new Calibrated<>(new NaiveBayes(), new CalibrationOptions(method, 4));
  }

  private static CalibratedModel train(CalibrationOptions.Method method, LabelledTable data) {
    var algorithm = algorithm(method);
    return algorithm.train(data, algorithm.standard(), 1, TrainingListener.SILENT);
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
  @EnumSource
  void probabilitiesOfUnseenRowsMeanWhatTheySay(CalibrationOptions.Method method) {
    LabelledTable data = TwinColumns.of(4000, 2, 1);
    LabelledTable unseen = TwinColumns.of(8000, 2, 2);
    CalibratedModel model = train(method, data);
    assertThat(model.errorBefore()).isGreaterThan(0.03);
    assertThat(model.errorAfter()).isLessThan(0.02);
    double[][] before = model.uncalibrated().predict(unseen.features());
    double[][] after = model.predict(unseen.features());
    assertThat(error(before, unseen, 1)).isCloseTo(model.errorBefore(), within(0.02));
    assertThat(error(after, unseen, 1)).isLessThan(0.02);
    for (double[] row : after) {
      assertThat(row[0] + row[1]).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalClassesAreCalibratedOneByOne(CalibrationOptions.Method method) {
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
  @EnumSource
  void isStoredWithItsModel(CalibrationOptions.Method method) {
    LabelledTable data = TwinColumns.of(300, 3, 1);
    CalibratedModel model = train(method, data);
    byte[] bytes = Stored.bytes(model);
    CalibratedModel again = (CalibratedModel) Stored.read(algorithm(method), bytes);
    assertThat(again.predict(data.features())).isDeepEqualTo(model.predict(data.features()));
    assertThat(Stored.bytes(again)).isEqualTo(bytes).isEqualTo(Stored.bytes(train(method, data)));
    assertThat(again.errorAfter()).isEqualTo(model.errorAfter());
    Stored.damagedBytesAreRefused(algorithm(method), bytes);
  }

  @Test
  void rareClassesAndNumbersAreRefusedWithWhatIsNeeded() {
    LabelledTable data = TwinColumns.of(30, 2, 1);
    int[] codes = new int[30];
    codes[3] = 1;
    var rare = new LabelledTable(data.features(), new ClassTarget(List.of("no", "yes"), codes));
    assertThatThrownBy(() -> train(CalibrationOptions.Method.PLATT, rare))
        .hasMessageContaining("at least 4 rows of the class yes, but there are 1");
    var number = new LabelledTable(data.features(), new NumberTarget(new float[30]));
    assertThatThrownBy(() -> train(CalibrationOptions.Method.PLATT, number))
        .hasMessageContaining("a number");
    var one = new LabelledTable(data.features(), new ClassTarget(List.of("no"), new int[30]));
    assertThatThrownBy(() -> train(CalibrationOptions.Method.PLATT, one))
        .hasMessageContaining("two classes");
  }

  @Test
  void isCancelledInAnyFold() {
    LabelledTable data = TwinColumns.of(100, 2, 1);
    var algorithm = algorithm(CalibrationOptions.Method.PLATT);
    for (int asked : IntStream.range(0, 8).toArray()) {
      assertThatThrownBy(
              () -> algorithm.train(data, algorithm.standard(), 1, Listeners.cancelledAfter(asked)))
          .isInstanceOf(TrainingCancelledException.class);
    }
  }

  @Test
  void hasTheOptionsOfTheOther() {
    var algorithm = algorithm(CalibrationOptions.Method.PLATT);
    assertThat(algorithm.name()).isEqualTo("calibrated-naive-bayes");
    assertThat(algorithm.tasks()).containsExactlyInAnyOrder(Task.BINARY, Task.MULTICLASS);
    assertThat(algorithm.standard()).isEqualTo(new NaiveBayes().standard());
  }

  @Test
  void itsOwnOptionsHaveTextsAndLimits() {
    var form = OptionsForm.of(CalibrationOptions.STANDARD);
    for (OptionField field : form.fields()) {
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        assertThat(form.label(field, locale)).isNotBlank().isNotEqualTo(field.name());
        assertThat(form.help(field, locale)).isNotBlank();
      }
    }
    assertThatThrownBy(() -> new CalibrationOptions(CalibrationOptions.Method.PLATT, 1))
        .isInstanceOf(WrongOptionException.class);
  }
}
