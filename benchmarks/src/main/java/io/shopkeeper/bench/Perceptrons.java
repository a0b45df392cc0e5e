package io.shopkeeper.bench;

import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.neural.table.PerceptronOptions;
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
 * A multilayer perceptron of 64 units, 10 epochs of mini-batches of 128 with Adam at .001, on the
 * training rows of {@code rule:20}. Ours makes standard scores in the training; scikit-learn is
 * given them.
 */
final class Perceptrons {

  private static final int PERCENT = 20;
  private static final int SCORED = 2000;
  private static final int WARM_UPS = 4;
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
          false);

  private final Kernels kernels;
  private final boolean peers;
  private final Consumer<String> notes;

  Perceptrons(Kernels kernels, boolean peers, Consumer<String> notes) {
    this.kernels = kernels;
    this.peers = peers;
    this.notes = notes;
  }

  List<Row> measure(TabularCase data, int runs) {
    TabularCase training = data.training(Holdout.rule(data.rows(), PERCENT));
    LabelledTable table = training.table();
    Supplier<TableModel> work = () -> train(table);
    Optional<PythonPeer> started =
        peers ? PythonPeer.perceptron(training.byRow(), training.labels()) : Optional.empty();
    try (PythonPeer peer = started.orElse(null)) {
      Turns.Medians medians = Turns.take(Turns.timed(work), (Timed) peer, WARM_UPS, runs);
      TableModel model = work.get();
      if (peer != null) {
        compare(data.name(), model, table, peer);
      }
      Row trained =
          new Row(
              "perceptron of 64, 10 epochs",
              data.name(),
              kernels.name(),
              medians.ours(),
              Turns.heap(work),
              peer == null ? "" : "scikit-learn",
              medians.peer(),
              peer == null ? 0 : peer.memory(),
              "s",
              runs);
      double one = Turns.take(OneRow.of(model, OneRow.rows(data, SCORED)), null, 50, runs).ours();
      return List.of(
          trained, OneRow.row("perceptron of 64, one row", data.name(), one, "", Double.NaN, runs));
    }
  }

  /** Seconds of a training on all rows. */
  double seconds(TabularCase data, int runs) {
    LabelledTable table = data.table();
    return Turns.take(Turns.timed(() -> train(table)), null, 2, runs).ours();
  }

  private static TableModel train(LabelledTable table) {
    return new MultilayerPerceptron().train(table, OPTIONS, 42, TrainingListener.SILENT);
  }

  /** Speed means nothing where one ends before the other. */
  private void compare(String name, TableModel model, LabelledTable table, PythonPeer peer) {
    int[] codes = ((ClassTarget) table.target()).codes();
    double loss = ClassMetrics.of(model.predict(table.features()), codes).logLoss();
    notes.accept(
        String.format(
            Locale.ROOT,
            "%s, perceptron of 64, mean loss on the training rows: ours %.6f, scikit-learn %.6f",
            name,
            loss,
            peer.quality()));
  }
}
