package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.split.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Ranks items for users: recall, precision, NDCG, MAP and hit rate at 10, coverage, novelty; or
 * foretells the next click of sessions: recall and MRR at 20.
 */
@Command(
    name = "recommend",
    mixinStandardHelpOptions = true,
    description = {
      "Ranks all items that a user does not have in training, and prints the quality of the first ten, beside popularity.",
      "Files: columns user, item and perhaps rating and timestamp, named by a header or in this order;",
      "or a line for each user: the user and the items in the order of time, divided by blanks.",
      "--protocol next-click foretells each click of the held-out sessions from those before it, among all",
      "items of the training rows, those of the session included: the quality of the first twenty.",
      "Sessions are never cut: --split time:F holds out those that began last. Sessions of one click ask nothing.",
      "--algorithm all runs every algorithm."
    })
final class RecommendCommand implements Callable<Integer> {

  private static final List<String> ALGORITHMS =
      RankingAlgorithms.all().stream().map(RankingAlgorithm::name).toList();

  private static final String HELD_OUT = "held-out";
  private static final String NEXT_CLICK = "next-click";

  /** What every ranking must beat. */
  private static final String BESIDE = "popularity";

  @Mixin private DataOptions options;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = {
        "A table of items with a column item or id: items without interactions count,",
        "and what the other columns say reaches the algorithms that read it."
      })
  private String items;

  @Option(
      names = "--min-rating",
      paramLabel = "X",
      description = "Only rows with at least this rating count, in training and test.")
  private Float leastRating;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = HELD_OUT,
      description = "held-out or next-click. Default: ${DEFAULT-VALUE}.")
  private String protocol;

  @Option(
      names = "--session",
      paramLabel = "COLUMN",
      description =
          "With next-click: the column of sessions. Default: all that a user did is one session.")
  private String session;

  @Option(
      names = "--diversify",
      paramLabel = "HOW",
      defaultValue = "off",
      description = {
        "mmr:AMOUNT or dpp:AMOUNT: the list is chosen of more candidates so that its items are not all alike;",
        "AMOUNT is how much variety counts, 0 to 1. Alike are items with the same attributes (--items),",
        "or without that file, items that the same users met. Default: ${DEFAULT-VALUE}."
      })
  private String diversify;

  @Option(
      names = "--compare",
      paramLabel = "LIST",
      description = {
        "Others on the same rows, and how much better the algorithm is than each: the difference of NDCG@10",
        "(next-click: recall@20) with an interval of 95 % by the paired bootstrap, users or sessions drawn.",
        "Divided by commas: NAME or NAME/PRESET; parts, those that a hybrid puts together; all, every one that is no hybrid."
      })
  private String compare;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "WHAT=COLUMN",
      description = {
        "Which columns are user, item, rating and timestamp, where they have other names:",
        "user=CustomerID,item=StockCode,rating=Quantity,timestamp=InvoiceDate."
      })
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--skip-incomplete",
      description = "Leave out rows without a user or an item, instead of refusing the file.")
  private boolean skipping;

  @Spec private CommandSpec spec;

  private Map.Entry<String, Units> first;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    boolean clicks = protocol.equals(NEXT_CLICK);
    if (!clicks && !protocol.equals(HELD_OUT)) {
      throw new WrongUsageException(
          "--protocol must be %s or %s, but is %s".formatted(HELD_OUT, NEXT_CLICK, protocol));
    }
    if (!clicks && session != null) {
      throw new WrongUsageException("--session needs --protocol " + NEXT_CLICK);
    }
    var reading =
        new EvaluationData.Reading(
            leastRating, null, items, new ReadRows(session, columns, skipping), clicks);
    EvaluationData data = EvaluationData.read(options, reading);
    return clicks
        ? run(
            data,
            NextClickFold::new,
            NextClickQuality::new,
            "algorithm",
            "session",
            "place",
            "item",
            "ranking")
        : run(
            data,
            RankingFold::new,
            RankingQuality::new,
            "algorithm",
            "user",
            "held_out",
            "ranking");
  }

  private <F extends RankedFold> int run(
      EvaluationData data,
      BiFunction<Interactions, Fold, F> folds,
      BiFunction<List<F>, Long, RankedFigures> figures,
      String... header) {
    Diversification variety = variety();
    var task = new Task(spec, options, ALGORITHMS, ALGORITHMS.getFirst());
    Map<String, Contestant<?>> chosen = contestants(task.chosen());
    try (var predictions = new PredictionFile(options.predictions, header)) {
      return task.run(
          "recommend",
          data.summary(),
          List.copyOf(chosen.keySet()),
          label -> measure(chosen.get(label), data, folds, figures, variety, predictions));
    }
  }

  /** By their labels, the one that others are compared with first. */
  private Map<String, Contestant<?>> contestants(List<String> asked) {
    Map<String, Contestant<?>> chosen = new LinkedHashMap<>();
    String standard = ALGORITHMS.getFirst();
    asked.forEach(name -> chosen.put(name, Contestant.asked(name, options, standard)));
    if (compare != null) {
      if (asked.size() > 1) {
        throw new WrongUsageException("--compare needs one --algorithm, not all");
      }
      Contestant.parse(compare, chosen.get(asked.getFirst()))
          .forEach(other -> chosen.putIfAbsent(other.label(), other));
    }
    chosen.computeIfAbsent(BESIDE, name -> Contestant.asked(name, options, standard));
    return chosen;
  }

  private Diversification variety() {
    try {
      return Diversification.parse(diversify);
    } catch (WrongOptionException wrong) {
      throw new WrongUsageException("--" + wrong.getMessage());
    }
  }

  private <F extends RankedFold> Outcome measure(
      Contestant<?> contestant,
      EvaluationData data,
      BiFunction<Interactions, Fold, F> folds,
      BiFunction<List<F>, Long, RankedFigures> figures,
      Diversification how,
      PredictionFile predictions) {
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    double[] diversity = new double[2];
    List<F> measured = new ArrayList<>();
    for (Fold fold : data.folds()) {
      F ranked = folds.apply(data.rows(), fold);
      watch.lap();
      RankingModel model =
          contestant.train(new RankingData(ranked.log(), data.itemAttributes()), options.seed);
      training += watch.lap();
      var variety = ListVariety.of(how, ranked.log(), data.itemAttributes());
      watch.lap();
      ranked.rank(variety.ranker(model));
      predicting += watch.lap();
      double[] its = variety.diversity(ranked.lists());
      diversity[0] += its[0];
      diversity[1] += its[1];
      ranked.write(contestant.label(), predictions);
      measured.add(ranked);
    }
    long peak = Stopwatch.peakMegabytes();
    RankedFigures quality = figures.apply(measured, options.seed);
    Map<String, Double> metrics = new LinkedHashMap<>(quality.metrics());
    if (diversity[1] > 0) {
      metrics.put("diversity", diversity[0] / diversity[1]);
    }
    var outcome =
        new Outcome(contestant.label(), metrics, quality.intervals(), training, predicting, peak);
    return compare == null ? outcome : outcome.with(compared(contestant.label(), quality));
  }

  /** How much less it is than the one that was measured first; of that one nothing. */
  private List<SideTable> compared(String label, RankedFigures quality) {
    if (first == null) {
      first = Map.entry(label, quality.units());
      return List.of();
    }
    return quality.metrics().isEmpty()
        ? List.of()
        : List.of(first.getValue().less(first.getKey(), quality.units(), label, options.seed));
  }
}
