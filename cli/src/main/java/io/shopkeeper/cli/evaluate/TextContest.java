package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.nlp.classify.LabelledTexts;
import io.shopkeeper.nlp.classify.TextAlgorithm;
import io.shopkeeper.nlp.classify.TextAlgorithms;
import io.shopkeeper.nlp.classify.TextModel;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Trains each algorithm on the folds and measures it on what they hold out. */
final class TextContest {

  private static final double MEBIBYTE = 1 << 20;
  private static final int TURNS = 3;
  private static final double SLOW_SECONDS = 3;

  private final CommandSpec spec;
  private final DataOptions options;
  private final TextData data;
  private final Measures.Taker taker;
  private final Dress dress;

  /** How algorithms are used for a task. */
  interface Dress {

    /** The algorithm with what the task puts around it. */
    default <O extends Record> TextAlgorithm<O> of(TextAlgorithm<O> algorithm) {
      return algorithm;
    }

    /** Its options where none are asked for. */
    default <O extends Record> O usual(TextAlgorithm<O> algorithm) {
      return algorithm.standard();
    }
  }

  TextContest(
      CommandSpec spec, DataOptions options, TextData data, Measures.Taker taker, Dress dress) {
    this.spec = spec;
    this.options = options;
    this.data = data;
    this.taker = taker;
    this.dress = dress;
  }

  int run(String name) {
    List<String> known = TextAlgorithms.all().stream().map(TextAlgorithm::name).toList();
    var task = new Task(spec, options, known, known.getFirst());
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "row", "truth", "prediction", "p")) {
      return task.run(
          name,
          data.summary(),
          task.chosen(),
          algorithm ->
              measure(TextAlgorithms.find(algorithm).orElseThrow(), known.getFirst(), predictions));
    }
  }

  private <O extends Record> Outcome measure(
      TextAlgorithm<O> algorithm, String standard, PredictionFile predictions) {
    O chosen = options.optionsOf(algorithm, standard, dress.usual(algorithm));
    int count = data.summary().testRows();
    int[] tested = new int[count];
    double[][] found = new double[count][];
    int at = 0;
    double training = 0;
    double predicting = 0;
    double fastest = 0;
    long bytes = 0;
    Stopwatch watch = Stopwatch.start();
    for (Fold fold : data.folds()) {
      LabelledTexts learnt = data.texts().select(fold.train());
      List<String> asked = data.texts().select(fold.test()).texts();
      watch.lap();
      TextModel model =
          dress.of(algorithm).train(learnt, chosen, options.seed, TrainingListener.SILENT);
      training += watch.lap();
      double[][] said = model.predict(asked);
      double once = watch.lap();
      predicting += once;
      System.arraycopy(said, 0, found, at, said.length);
      System.arraycopy(fold.test(), 0, tested, at, said.length);
      at += said.length;
      bytes = Math.max(bytes, size(model));
      fastest = Math.max(fastest, speed(model, asked, once));
    }
    long peak = Stopwatch.peakMegabytes();
    if (count == 0) {
      return new Outcome(
          algorithm.name(),
          new Measures().metrics(),
          new Measures().intervals(),
          training,
          0,
          peak);
    }
    write(algorithm.name(), tested, found, predictions);
    Measures measures = taker.of(tested, found);
    measures.metrics().put("texts_per_second", fastest);
    measures.metrics().put("model_mb", bytes / MEBIBYTE);
    return new Outcome(
        algorithm.name(), measures.metrics(), measures.intervals(), training, predicting, peak);
  }

  /**
   * Texts a second, the fastest of some turns so that the code is compiled; of a slow one's first.
   */
  private static double speed(TextModel model, List<String> asked, double once) {
    double best = once;
    for (int turn = 0; turn < TURNS && once < SLOW_SECONDS; turn++) {
      long begun = System.nanoTime();
      model.predict(asked);
      best = Math.min(best, (System.nanoTime() - begun) / 1e9);
    }
    return asked.size() / best;
  }

  private static long size(TextModel model) {
    try (var out = new DataOutputStream(OutputStream.nullOutputStream())) {
      model.write(out);
      return out.size();
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot store the model: " + problem.getMessage(), problem);
    }
  }

  private void write(String algorithm, int[] tested, double[][] found, PredictionFile predictions) {
    List<String> classes = data.texts().target().classes();
    for (int i = 0; i < tested.length; i++) {
      double[] row = found[i];
      int best = 0;
      for (int place = 1; place < row.length; place++) {
        best = row[place] > row[best] ? place : best;
      }
      String truth = classes.get(data.texts().target().codes()[tested[i]]);
      predictions.write(
          algorithm,
          data.numbers()[tested[i]],
          truth,
          classes.get(best),
          Arrays.stream(row).max().orElse(0));
    }
  }
}
