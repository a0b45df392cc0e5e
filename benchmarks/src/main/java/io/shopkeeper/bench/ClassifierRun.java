package io.shopkeeper.bench;

import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A classifier on the training rows of {@code rule:20}, beside scikit-learn's. Ours makes standard
 * scores in the training; scikit-learn is given them.
 */
final class ClassifierRun {

  private static final int PERCENT = 20;
  private static final int SCORED = 2000;

  private final Kind kind;
  private final Kernels kernels;
  private final boolean peers;
  private final Consumer<String> notes;

  ClassifierRun(Kind kind, Kernels kernels, boolean peers, Consumer<String> notes) {
    this.kind = kind;
    this.kernels = kernels;
    this.peers = peers;
    this.notes = notes;
  }

  /** What is measured. */
  interface Kind {

    /** What it is, such as "logistic regression". */
    String name();

    /** What its training is, such as "10 epochs". */
    String training();

    /** Learns as the peer does. */
    TableModel train(LabelledTable table);

    /** Starts the peer; empty where there is none. */
    Optional<PythonPeer> peer(float[] rows, float[] labels);

    /** Trainings before the clock runs. */
    int warmUps(int rows);
  }

  List<Row> measure(TabularCase data, int runs) {
    TabularCase training = data.training(Holdout.rule(data.rows(), PERCENT));
    LabelledTable table = training.table();
    Supplier<TableModel> work = () -> kind.train(table);
    Optional<PythonPeer> started =
        peers ? kind.peer(training.byRow(), training.labels()) : Optional.empty();
    try (PythonPeer peer = started.orElse(null)) {
      Turns.Medians medians =
          Turns.take(Turns.timed(work), (Timed) peer, kind.warmUps(data.rows()), runs);
      TableModel model = work.get();
      if (peer != null) {
        compare(data.name(), model, table, peer);
      }
      Row trained =
          new Row(
              kind.name() + ", " + kind.training(),
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
          trained, OneRow.row(kind.name() + ", one row", data.name(), one, "", Double.NaN, runs));
    }
  }

  /** Seconds of a training on all rows. */
  double seconds(TabularCase data, int runs) {
    LabelledTable table = data.table();
    return Turns.take(Turns.timed(() -> kind.train(table)), null, 2, runs).ours();
  }

  /** Speed means nothing where one ends before the other. */
  private void compare(String name, TableModel model, LabelledTable table, PythonPeer peer) {
    int[] codes = ((ClassTarget) table.target()).codes();
    notes.accept(
        String.format(
            Locale.ROOT,
            "%s, %s, mean loss on the training rows: ours %.6f, scikit-learn %.6f",
            name,
            kind.name(),
            ClassMetrics.of(model.predict(table.features()), codes).logLoss(),
            peer.quality()));
  }
}
