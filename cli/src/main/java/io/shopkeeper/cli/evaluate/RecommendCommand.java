package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks items for users: recall, precision, NDCG, MAP and hit rate at 10, coverage, novelty. */
@Command(
    name = "recommend",
    mixinStandardHelpOptions = true,
    description = {
      "Ranks all items that a user does not have in training, and prints the quality of the first ten, beside popularity.",
      "Files: columns user, item and perhaps rating and timestamp, named by a header or in this order;",
      "or a line for each user: the user and the items in the order of time, divided by blanks.",
      "--algorithm all runs every algorithm."
    })
final class RecommendCommand implements Callable<Integer> {

  private static final List<String> ALGORITHMS =
      RankingAlgorithms.all().stream().map(RankingAlgorithm::name).toList();

  /** What every ranking must beat. */
  private static final String BESIDE = "popularity";

  @Mixin private DataOptions options;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "A table of items with a column item or id: items without interactions count.")
  private String items;

  @Option(
      names = "--min-rating",
      paramLabel = "X",
      description = "Only rows with at least this rating count, in training and test.")
  private Float leastRating;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    var task = new Task(spec, options, ALGORITHMS, ALGORITHMS.getFirst());
    var chosen = new LinkedHashSet<>(task.chosen());
    chosen.add(BESIDE);
    EvaluationData data = EvaluationData.read(options, leastRating, items);
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "user", "held_out", "ranking")) {
      return task.run(
          "recommend",
          data.summary(),
          List.copyOf(chosen),
          algorithm -> measure(algorithm, data, predictions));
    }
  }

  private Outcome measure(String algorithm, EvaluationData data, PredictionFile predictions) {
    Interactions rows = data.rows();
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    List<RankingFold> measured = new ArrayList<>();
    for (Fold fold : data.folds()) {
      var ranking = new RankingFold(rows, fold);
      watch.lap();
      RankingModel model =
          train(RankingAlgorithms.find(algorithm).orElseThrow(), new RankingData(ranking.log()));
      training += watch.lap();
      ranking.rank(model);
      predicting += watch.lap();
      ranking.write(algorithm, predictions);
      measured.add(ranking);
    }
    long peak = Stopwatch.peakMegabytes();
    var quality = new RankingQuality(measured, options.seed);
    return new Outcome(
        algorithm, quality.metrics(), quality.intervals(), training, predicting, peak);
  }

  private <O extends Record> RankingModel train(RankingAlgorithm<O> algorithm, RankingData data) {
    return algorithm.train(
        data,
        options.optionsOf(algorithm, ALGORITHMS.getFirst()),
        options.seed,
        TrainingListener.SILENT);
  }
}
