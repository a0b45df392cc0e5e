package io.shopkeeper.bench;

import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Logistic regression with a penalty of ½·Σw² on the training rows of {@code rule:20}. Ours makes
 * standard scores in the training; scikit-learn is given them.
 */
final class Classifying {

  private static final int PERCENT = 20;
  private static final int SCORED = 2000;

  private final Kernels kernels;
  private final boolean peers;
  private final Consumer<String> notes;

  Classifying(Kernels kernels, boolean peers, Consumer<String> notes) {
    this.kernels = kernels;
    this.peers = peers;
    this.notes = notes;
  }

  List<Row> measure(TabularCase data, int runs) {
    TabularCase training = data.training(Holdout.rule(data.rows(), PERCENT));
    LabelledTable table = training.table();
    Supplier<TableModel> work = () -> train(table);
    Optional<PythonPeer> started =
        peers ? PythonPeer.logistic(training.byRow(), training.labels()) : Optional.empty();
    try (PythonPeer peer = started.orElse(null)) {
      Turns.Medians medians =
          Turns.take(Turns.timed(work), (Timed) peer, data.rows() > 100_000 ? 2 : 10, runs);
      if (peer != null) {
        compare(data.name(), work.get(), table, peer);
      }
      Row trained =
          new Row(
              "logistic regression, train",
              data.name(),
              kernels.name(),
              medians.ours(),
              Turns.heap(work),
              peer == null ? "" : "scikit-learn",
              medians.peer(),
              peer == null ? 0 : peer.memory(),
              "s",
              runs);
      double one =
          Turns.take(OneRow.of(work.get(), OneRow.rows(data, SCORED)), null, 50, runs).ours();
      return List.of(
          trained,
          OneRow.row("logistic regression, one row", data.name(), one, "", Double.NaN, runs));
    }
  }

  private static TableModel train(LabelledTable table) {
    var algorithm = new LogisticRegression();
    // As scikit-learn's: without calibration.
    return algorithm.train(table, algorithm.presets().get("plain"), 42, TrainingListener.SILENT);
  }

  /** Speed means nothing where one ends before the other. */
  private void compare(String name, TableModel model, LabelledTable table, PythonPeer peer) {
    double loss =
        ClassMetrics.of(model.predict(table.features()), ((ClassTarget) table.target()).codes())
            .logLoss();
    notes.accept(
        String.format(
            Locale.ROOT,
            "%s, logistic regression, mean loss on the training rows: ours %.6f, scikit-learn %.6f",
            name,
            loss,
            peer.quality()));
  }
}
