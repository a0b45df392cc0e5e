package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.calibration.CalibratedModel;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FtrlProximalTest extends TableAlgorithmContract<FtrlProximal.Options> {

  private static final int ROWS = 400;

  @Override
  protected TableAlgorithm<FtrlProximal.Options> algorithm() {
    return new FtrlProximal();
  }

  /** Of two numbers the first says the class, the second nothing. */
  private static LabelledTable data() {
    var random = new SplittableRandom(11);
    float[] telling = new float[ROWS];
    float[] noise = new float[ROWS];
    boolean[] yes = new boolean[ROWS];
    for (int row = 0; row < ROWS; row++) {
      telling[row] = (float) random.nextGaussian();
      noise[row] = (float) random.nextGaussian();
      yes[row] = telling[row] + 0.3 * random.nextGaussian() > 0;
    }
    return new LabelledTable(
        new Table(List.of(new NumberColumn("telling", telling), new NumberColumn("noise", noise))),
        ClassTarget.of(yes));
  }

  private static FtrlModel train(String preset) {
    var algorithm = new FtrlProximal();
    return train(algorithm.presets().get(preset));
  }

  private static FtrlModel train(FtrlProximal.Options options) {
    TableModel model = new FtrlProximal().train(data(), options, 5, TrainingListener.SILENT);
    return (FtrlModel) (model instanceof CalibratedModel curves ? curves.uncalibrated() : model);
  }

  @Test
  void goesOnWhereItStoppedAfterItWasStored() {
    FtrlModel model = train("standard");
    LabelledTable more = data();
    float[] rows = model.schema().rows(more.features());
    FtrlTable whole = model.goOn();
    FtrlTable first = model.goOn();
    learn(whole, rows, more, 0, ROWS);
    learn(first, rows, more, 0, ROWS / 2);
    FtrlModel stored = (FtrlModel) Stored.read(new FtrlProximal(), Stored.bytes(first.model()));
    FtrlTable second = stored.goOn();
    learn(second, rows, more, ROWS / 2, ROWS);
    assertThat(Stored.bytes(second.model())).isEqualTo(Stored.bytes(whole.model()));
    assertThat(Stored.bytes(whole.model())).isNotEqualTo(Stored.bytes(model));
  }

  private static void learn(FtrlTable learner, float[] rows, LabelledTable data, int from, int to) {
    ClassTarget target = (ClassTarget) data.target();
    for (int row = from; row < to; row++) {
      learner.learn(rows, row * 2, target.classes().get(target.codes()[row]));
    }
  }

  @Test
  void learnsANewHabitFromSingleRows() {
    FtrlModel model = train("standard");
    float[] row = {1.5f, 0};
    double[] before = new double[2];
    model.predict(row, 0, before);
    assertThat(before[1]).isGreaterThan(0.9);
    FtrlTable learner = model.goOn();
    for (int i = 0; i < 2000; i++) {
      learner.learn(row, 0, "no");
    }
    double[] after = new double[2];
    learner.model().predict(row, 0, after);
    assertThat(after[1]).isLessThan(0.1);
    double[] still = new double[2];
    model.predict(row, 0, still);
    assertThat(still).as("the model itself does not change").containsExactly(before);
  }

  @Test
  void aPenaltyLeavesNoiseWithoutAWeight() {
    assertThat(train("standard").used()).isEqualTo(2);
    var options = new FtrlProximal.Options(0.1, 1, 100, 0, 10, false, 2, Calibration.NONE);
    assertThat(train(options).used()).isEqualTo(1);
  }

  @Test
  void aClassThatIsNotThereIsRefused() {
    FtrlTable learner = train("one-pass").goOn();
    assertThatThrownBy(() -> learner.learn(new float[2], 0, "perhaps"))
        .hasMessage("the class must be one of no, yes, but is perhaps");
  }
}
