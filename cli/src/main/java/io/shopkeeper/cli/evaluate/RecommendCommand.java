package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.data.InteractionMatrix;
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
      "Algorithms: item-neighbours-cosine (default), item-neighbours-cosine-recent, item-neighbours-seed, ease, popularity."
    })
final class RecommendCommand implements Callable<Integer> {

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
    String standard = RankingAlgorithm.STANDARD.code();
    var task = new Task(spec, options, RankingAlgorithm.codes(), standard);
    var chosen = new LinkedHashSet<>(task.chosen());
    chosen.add(RankingAlgorithm.POPULARITY.code());
    EvaluationData data = EvaluationData.read(options, leastRating, items);
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "user", "held_out", "ranking")) {
      return task.run(
          "recommend",
          data,
          List.copyOf(chosen),
          algorithm -> measure(algorithm, data, predictions));
    }
  }

  private Outcome measure(String algorithm, EvaluationData data, PredictionFile predictions) {
    RankingAlgorithm chosen = RankingAlgorithm.find(algorithm).orElseThrow();
    Interactions rows = data.rows();
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    List<RankingFold> measured = new ArrayList<>();
    for (Split.Fold fold : data.folds()) {
      Ranker ranker = chosen.train(matrix(rows, fold.train()), options.seed);
      training += watch.lap();
      var ranking = new RankingFold(rows, fold);
      ranking.rank(ranker);
      predicting += watch.lap();
      ranking.write(algorithm, predictions);
      measured.add(ranking);
    }
    long peak = Stopwatch.peakMegabytes();
    var quality = new RankingQuality(measured, options.seed);
    return new Outcome(
        algorithm, quality.metrics(), quality.intervals(), training, predicting, peak);
  }

  private static InteractionMatrix matrix(Interactions rows, int[] chosen) {
    InteractionMatrix.Builder builder =
        InteractionMatrix.builder().atLeast(rows.userIds().size(), rows.itemIds().size());
    for (int row : chosen) {
      builder.add(rows.user()[row], rows.item()[row], 1);
    }
    return builder.build().map(value -> 1);
  }
}
