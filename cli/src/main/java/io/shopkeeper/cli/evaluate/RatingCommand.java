package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.family.RatingAlgorithms;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts ratings: RMSE and MAE. */
@Command(
    name = "rating",
    mixinStandardHelpOptions = true,
    description = {
      "Predicts ratings and prints RMSE and MAE.",
      "Files: columns user, item, rating and perhaps timestamp, named by a header or in this order.",
      "--users and --items tell of both what factorisation-machine reads.",
      "--algorithm all runs every algorithm."
    })
final class RatingCommand implements Callable<Integer> {

  private static final List<String> ALGORITHMS =
      RatingAlgorithms.all().stream().map(RatingAlgorithm::name).toList();

  @Mixin private DataOptions options;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = {
        "A table of users with a column user or id:",
        "what the other columns say reaches the algorithms that read it."
      })
  private String users;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "The same of items, with a column item or id.")
  private String items;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    var task = new Task(spec, options, ALGORITHMS, ALGORITHMS.getFirst());
    List<String> chosen = task.chosen();
    EvaluationData data =
        EvaluationData.read(
            options, new EvaluationData.Reading(null, users, items, ReadRows.USUAL, false));
    try (var predictions =
        new PredictionFile(
            options.predictions, "algorithm", "user", "item", "rating", "prediction")) {
      return task.run(
          "rating", data.summary(), chosen, algorithm -> measure(algorithm, data, predictions));
    }
  }

  private Outcome measure(String algorithm, EvaluationData data, PredictionFile predictions) {
    Interactions rows = data.rows();
    int users = rows.userIds().size();
    double[] squares = new double[users];
    double[] absolutes = new double[users];
    int[] counts = new int[users];
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    for (Fold fold : data.folds()) {
      RatingModel model = train(algorithm, ratings(data, fold.train()));
      training += watch.lap();
      int[] test = fold.test().length == 0 ? fold.train() : fold.test();
      double[] predicted =
          IntStream.of(test)
              .parallel()
              .mapToDouble(row -> model.predict(rows.user()[row], rows.item()[row]))
              .toArray();
      predicting += watch.lap();
      for (int i = 0; i < test.length; i++) {
        int row = test[i];
        double error = predicted[i] - rows.rating()[row];
        squares[rows.user()[row]] += error * error;
        absolutes[rows.user()[row]] += Math.abs(error);
        counts[rows.user()[row]]++;
        predictions.write(
            algorithm,
            rows.userIds().get(rows.user()[row]),
            rows.itemIds().get(rows.item()[row]),
            rows.rating()[row],
            predicted[i]);
      }
    }
    return outcome(algorithm, squares, absolutes, counts, training, predicting);
  }

  private Outcome outcome(
      String algorithm,
      double[] squares,
      double[] absolutes,
      int[] counts,
      double training,
      double predicting) {
    long peak = Stopwatch.peakMegabytes();
    Map<String, ToDoubleFunction<int[]>> measures = new LinkedHashMap<>();
    measures.put("rmse", times -> Math.sqrt(mean(squares, counts, times)));
    measures.put("mae", times -> mean(absolutes, counts, times));
    int[] once = IntStream.generate(() -> 1).limit(counts.length).toArray();
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, double[]> intervals = new LinkedHashMap<>();
    var bootstrap = new Bootstrap(options.seed);
    measures.forEach(
        (name, measure) -> {
          metrics.put(name, measure.applyAsDouble(once));
          Interval interval = bootstrap.ofCounts(counts.length, measure);
          intervals.put(name, new double[] {interval.low(), interval.high()});
        });
    return new Outcome(algorithm, metrics, intervals, training, predicting, peak);
  }

  private static double mean(double[] sums, int[] counts, int[] times) {
    double sum = 0;
    long count = 0;
    for (int user = 0; user < sums.length; user++) {
      sum += times[user] * sums[user];
      count += (long) times[user] * counts[user];
    }
    return count == 0 ? 0 : sum / count;
  }

  private static Ratings ratings(EvaluationData data, int[] chosen) {
    Interactions rows = data.rows();
    int[] user = new int[chosen.length];
    int[] item = new int[chosen.length];
    float[] value = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      user[i] = rows.user()[chosen[i]];
      item[i] = rows.item()[chosen[i]];
      value[i] = rows.rating()[chosen[i]];
    }
    return new Ratings(
        rows.userIds().size(),
        rows.itemIds().size(),
        user,
        item,
        value,
        data.userAttributes(),
        data.itemAttributes());
  }

  private RatingModel train(String algorithm, Ratings ratings) {
    return train(RatingAlgorithms.find(algorithm).orElseThrow(), ratings);
  }

  private <O extends Record> RatingModel train(RatingAlgorithm<O> algorithm, Ratings ratings) {
    return algorithm.train(
        ratings,
        options.optionsOf(algorithm, ALGORITHMS.getFirst()),
        options.seed,
        TrainingListener.SILENT);
  }
}
