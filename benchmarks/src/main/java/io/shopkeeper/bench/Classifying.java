package io.shopkeeper.bench;

import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Optional;

/** Logistic regression with a penalty of ½·Σw². */
final class Classifying implements ClassifierRun.Kind {

  private static final int MANY = 100_000;

  @Override
  public String name() {
    return "logistic regression";
  }

  @Override
  public String training() {
    return "train";
  }

  /** As scikit-learn's: without calibration. */
  @Override
  public TableModel train(LabelledTable table) {
    var algorithm = new LogisticRegression();
    return algorithm.train(table, algorithm.presets().get("plain"), 42, TrainingListener.SILENT);
  }

  @Override
  public Optional<PythonPeer> peer(float[] rows, float[] labels) {
    return PythonPeer.logistic(rows, labels);
  }

  @Override
  public int warmUps(int rows) {
    return rows > MANY ? 2 : 10;
  }
}
