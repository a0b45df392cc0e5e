package io.shopkeeper.bench;

import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.peer.BoostingPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.bench.peer.TreeShape;
import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Gradient boosting on the training rows of {@code rule:20}: 100 trees with a rate of 0.1, and one
 * row through them. Making bins of the table is part of the training, of ours and of the peers'.
 */
final class BoostedTrees {

  private static final int PERCENT = 20;
  private static final int SCORED = 2000;
  private static final int COMPARED = 20_000;
  private static final long SPINNING_NANOS = 100_000_000;

  /** Nothing is drawn and nothing held out, as the peers do by default. */
  private static final Map<String, String> PLAIN =
      Map.of("trees", "100", "rate", "0.1", "rows", "1", "columns", "1", "holdOut", "0");

  private final List<BoostingPeer> peers;
  private final int threads;
  private final Consumer<String> notes;

  BoostedTrees(boolean withPeers, int threads, Consumer<String> notes) {
    this.peers =
        withPeers
            ? ServiceLoader.load(BoostingPeer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList()
            : List.of();
    this.threads = threads;
    this.notes = notes;
  }

  List<Row> measure(TabularCase data, int runs) {
    Fold fold = Holdout.rule(data.rows(), PERCENT);
    var sides = new Sides(data.training(fold), data.select(fold.test()));
    var rows = new ArrayList<Row>();
    if (peers.isEmpty()) {
      for (TreeShape shape : TreeShape.values()) {
        rows.add(training(sides, shape, runs));
        rows.add(oneRow(sides, train(sides.table, shape), shape, runs));
      }
    }
    for (BoostingPeer peer : peers) {
      rows.add(training(sides, peer, runs));
      for (TreeShape shape : TreeShape.values()) {
        peer.train(sides.rows, sides.labels, shape, threads);
        TableModel model = train(sides.table, shape);
        compare(sides, model, peer, shape);
        rows.add(oneRow(sides, model, peer, shape, runs));
      }
      peer.close();
    }
    return rows;
  }

  /** Seconds of a training of ours alone. */
  static double seconds(TabularCase data) {
    LabelledTable table = data.table();
    return Turns.take(Turns.timed(() -> train(table, TreeShape.DEPTH_6)), null, 1, 3).ours();
  }

  private static TableModel train(LabelledTable table, TreeShape shape) {
    var algorithm = new GradientBoosting();
    var settings = new HashMap<>(PLAIN);
    settings.putAll(
        shape == TreeShape.DEPTH_6
            ? Map.of("growth", "depth-wise", "depth", "6", "leaves", "64")
            : Map.of("growth", "leaf-wise", "depth", "0", "leaves", "63"));
    GradientBoosting.Options options = OptionsForm.of(algorithm.standard()).parse(settings);
    return algorithm.train(table, options, 42, TrainingListener.SILENT);
  }

  private Row training(Sides sides, TreeShape shape, int runs) {
    Supplier<?> work = () -> train(sides.table, shape);
    double seconds = Turns.take(Turns.timed(work), null, sides.warmUps(), runs).ours();
    return new Row(
        name("train", shape),
        sides.name,
        "java",
        seconds,
        Turns.heap(work),
        "",
        Double.NaN,
        0,
        "s",
        runs);
  }

  private Row training(Sides sides, BoostingPeer peer, int runs) {
    Supplier<?> work = () -> train(sides.table, peer.usual());
    Runnable theirs = () -> peer.train(sides.rows, sides.labels, peer.usual(), threads);
    double memory = Resident.growth(theirs);
    Turns.Medians medians = Turns.take(Turns.timed(work), alone(theirs), sides.warmUps(), runs);
    return new Row(
        name("train", peer.usual()),
        sides.name,
        "java",
        medians.ours(),
        Turns.heap(work),
        peer.name(),
        medians.peer(),
        memory,
        "s",
        runs);
  }

  /** Threads of OpenMP spin for a while after their work; ours begins when they sleep. */
  private static Timed alone(Runnable theirs) {
    return () -> {
      long start = System.nanoTime();
      theirs.run();
      double seconds = (System.nanoTime() - start) * 1e-9;
      LockSupport.parkNanos(SPINNING_NANOS);
      return seconds;
    };
  }

  private Row oneRow(Sides sides, TableModel model, TreeShape shape, int runs) {
    double ours = Turns.take(OneRow.of(model, sides.scored), null, 20, runs).ours();
    return OneRow.row(name("one row", shape), sides.name, ours, "", Double.NaN, runs);
  }

  private Row oneRow(Sides sides, TableModel model, BoostingPeer peer, TreeShape shape, int runs) {
    Turns.Medians medians =
        Turns.take(OneRow.of(model, sides.scored), OneRow.of(peer::score, sides.scored), 20, runs);
    return OneRow.row(
        name("one row", shape), sides.name, medians.ours(), peer.name(), medians.peer(), runs);
  }

  /** Speed means nothing where the models are not alike. */
  private void compare(Sides sides, TableModel model, BoostingPeer peer, TreeShape shape) {
    double[] result = new double[2];
    double ours =
        sides.auc(
            row -> {
              model.predict(row, 0, result);
              return result[1];
            });
    notes.accept(
        String.format(
            Locale.ROOT,
            "%s, %s, AUC on %,d test rows: ours %.4f, %s %.4f",
            sides.name,
            shape,
            sides.compared.length,
            ours,
            peer.name(),
            sides.auc(peer::score)));
  }

  private static String name(String part, TreeShape shape) {
    return "boosting, %s, %s".formatted(part, shape);
  }

  /** Both sides of the split in the forms that ours and the peers take. */
  private static final class Sides {

    private final String name;
    private final LabelledTable table;
    private final float[] rows;
    private final float[] labels;
    private final float[][] compared;
    private final boolean[] positive;
    private final float[][] scored;

    Sides(TabularCase training, TabularCase test) {
      name = training.name();
      table = training.table();
      rows = training.byRow();
      labels = training.labels();
      compared = OneRow.rows(test, COMPARED);
      positive = Arrays.copyOf(test.positive(), compared.length);
      scored = Arrays.copyOf(compared, Math.min(SCORED, compared.length));
    }

    int warmUps() {
      return labels.length > 100_000 ? 1 : 5;
    }

    double auc(ToDoubleFunction<float[]> score) {
      double[] scores = Arrays.stream(compared).mapToDouble(score).toArray();
      return new BinaryScores(scores, positive).auc();
    }
  }
}
