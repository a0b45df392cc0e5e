package io.shopkeeper.bench;

import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.neural.table.PerceptronOptions;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.Optional;

/** A multilayer perceptron of 64 units, mini-batches of 128 with Adam at .001. */
final class Perceptrons implements ClassifierRun.Kind {

  private static final PerceptronOptions OPTIONS =
      new PerceptronOptions(
          List.of(64),
          Activation.RELU,
          0,
          false,
          0,
          1e-3,
          Schedule.CONSTANT,
          10,
          128,
          0,
          0,
          0,
          false,
          Calibration.NONE);

  @Override
  public String name() {
    return "perceptron of 64";
  }

  @Override
  public String training() {
    return "10 epochs";
  }

  @Override
  public TableModel train(LabelledTable table) {
    return new MultilayerPerceptron().train(table, OPTIONS, 42, TrainingListener.SILENT);
  }

  @Override
  public Optional<PythonPeer> peer(float[] rows, float[] labels) {
    return PythonPeer.perceptron(rows, labels);
  }

  @Override
  public int warmUps(int rows) {
    return 4;
  }
}
