package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.evaluation.PermutationImportance;
import io.shopkeeper.ml.evaluation.TableMetric;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.CsvTable;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TableLesson;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Learns from the older part of what was shown, measures on the newest fifth beside the version
 * that ranks, or else beside the order of the blend, and then learns from all. Plain Java: it runs
 * in the server or in the worker.
 */
public final class RankingTrainer implements Trainer {

  /** What is held out. */
  static final String SPLIT = "time:0.2";

  private static final String BLEND = SPLIT + " blend";
  private static final double TESTED = 0.2;
  private static final int FEWEST_TRAIN = 20;
  private static final int FEWEST_TEST = 5;
  private static final int MOST_EXPLAINED = 5_000;

  @Override
  public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
      throws IOException {
    TableLesson<?> given = TableLesson.of(task.algorithm(), task.options(), task.seed());
    Optional<TuningOrder> search = TuningOrder.of(task.parameters());
    listener.progress(0, "reading the snapshot");
    ShownRows rows = ShownRows.read(data);
    ShownRows.Parts parts = rows.divide(TESTED);
    requireEnough(rows, parts);
    LabelledTable all = rows.table();
    LabelledTable older = all.select(parts.train());
    double searched = search.isPresent() ? 0.5 : 0.02;
    TableLesson.Chosen chosen =
        search
            .map(
                order ->
                    given.choose(
                        order,
                        older,
                        PartOfTraining.of(listener, 0.02, searched, "looking for options")))
            .orElseGet(() -> new TableLesson.Chosen(given, null));
    TableLesson<?> lesson = chosen.lesson();
    TableModel tried =
        lesson.train(older, PartOfTraining.of(listener, searched, 0.65, "evaluating"));
    var figures = new RankingFigures(tried, rows, parts.test(), task.seed());
    tell(figures, listener);
    Optional<Beside> beside =
        new RankingContest(lesson, rows, parts, figures, listener)
            .hold(Opponent.read(data), listener);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("reliability.csv", figures.reliability());
    files.put("importance.csv", importance(tried, all.select(parts.test()), task.seed(), listener));
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    facts.put("goal", data.facts().get(RankingSnapshot.GOAL));
    facts.put("windowHours", data.facts().get(RankingSnapshot.WINDOW));
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    if (chosen.found() != null) {
      curves.putAll(chosen.found().curves());
      facts.put("trials", Integer.toString(chosen.found().trials().size()));
      files.put("trials.csv", chosen.found().table());
    }
    TableModel whole =
        lesson.train(all, PartOfTraining.of(listener, 0.85, 0.99, "training on all"));
    return new Trained(
        PurchaseModel.of(task.algorithm(), whole, rows.features()).write(),
        lesson.settings(),
        Map.of(SPLIT, figures.metrics(), BLEND, figures.blendedMetrics()),
        Map.of(SPLIT, figures.standardErrors(), BLEND, figures.blendedErrors()),
        curves,
        facts,
        files);
  }

  private static void requireEnough(ShownRows rows, ShownRows.Parts parts) {
    int train = rows.positives(parts.train());
    int test = rows.positives(parts.test());
    boolean oneSided = train == parts.train().length || test == parts.test().length;
    if (train < FEWEST_TRAIN || test < FEWEST_TEST || oneSided) {
      throw new IllegalArgumentException(
          "Too few to measure by time: what is to be learnt followed %d of %d products in the older part of the lists, whose window was over when the newest fifth began, and %d of %d in that fifth; at least %d and %d are needed, and some that it did not follow. Wait for more, or let a weaker goal count in the settings."
              .formatted(
                  train,
                  parts.train().length,
                  test,
                  parts.test().length,
                  FEWEST_TRAIN,
                  FEWEST_TEST));
    }
  }

  private static void tell(RankingFigures figures, TrainingListener listener) {
    Map<String, Double> metrics = figures.metrics();
    listener.log(
        String.format(
            Locale.ROOT,
            "ndcg_at_10 %.4f (blend %.4f), auc %.4f, ece %.4f",
            metrics.getOrDefault(RankingFigures.NDCG, Double.NaN),
            figures.blendedMetrics().getOrDefault(RankingFigures.NDCG, Double.NaN),
            metrics.getOrDefault("auc", Double.NaN),
            metrics.getOrDefault("ece", Double.NaN)));
  }

  private static byte[] importance(
      TableModel model, LabelledTable held, long seed, TrainingListener listener) {
    LabelledTable some = held;
    if (held.rows() > MOST_EXPLAINED) {
      int[] chosen = new int[MOST_EXPLAINED];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = (int) ((long) i * held.rows() / chosen.length);
      }
      some = held.select(chosen);
    }
    TableMetric metric = TableMetrics.suiting(held.target()).getFirst();
    var features =
        new ArrayList<>(
            PermutationImportance.of(
                    model,
                    some,
                    metric,
                    3,
                    seed,
                    PartOfTraining.of(listener, 0.75, 0.85, "shuffling"))
                .features());
    features.sort(Comparator.comparingDouble(PermutationImportance.Feature::mean).reversed());
    var table = new CsvTable().row("column", "loss_of_" + metric.name(), "deviation");
    for (PermutationImportance.Feature feature : features) {
      table.row(feature.columns().getFirst(), feature.mean(), feature.deviation());
    }
    return table.bytes();
  }
}
