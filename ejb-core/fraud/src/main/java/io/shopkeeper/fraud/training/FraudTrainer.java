package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.fraud.model.Oddness;
import io.shopkeeper.fraud.model.PopulationFile;
import io.shopkeeper.ml.evaluation.ClassFigures;
import io.shopkeeper.ml.evaluation.PermutationImportance;
import io.shopkeeper.ml.evaluation.TableMetric;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns from the older payments, measures on the newest fifth beside the version that serves, and
 * then learns from all. Plain Java: it runs in the server or in the worker.
 */
public final class FraudTrainer implements Trainer {

  /** What is held out. */
  static final String SPLIT = "time:0.2";

  private static final double HELD = 0.2;
  private static final int FEWEST_OLDER = 20;
  private static final int FEWEST_HELD = 5;
  private static final int MOST_EXPLAINED = 3_000;

  @Override
  public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    TableLesson<?> given = TableLesson.of(task.algorithm(), task.options(), task.seed());
    LabelledPayments payments = LabelledPayments.read(data);
    int[] newest = payments.newest(HELD);
    requireEnough(payments, newest);
    LabelledTable all = payments.table();
    LabelledTable older = all.select(payments.older(HELD));
    LabelledTable held = all.select(newest);
    Optional<TuningOrder> search = TuningOrder.of(task.parameters());
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
    FraudFigures figures = FraudFigures.of(tried, held, task.seed());
    tell(figures, listener);
    Optional<Beside> beside =
        new FraudContest(
                lesson,
                older,
                held,
                Instant.ofEpochMilli(payments.at()[newest[0]]),
                figures,
                PartOfTraining.of(listener, 0.65, 0.75, "the live version"))
            .hold(Opponent.read(data), listener);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("reliability.csv", figures.reliability());
    files.put("thresholds.csv", figures.thresholds());
    files.put("groups.csv", figures.groups(held));
    files.put(PopulationFile.NAME, figures.population(all, task.seed()));
    files.put("importance.csv", importance(tried, held, task.seed(), listener));
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    if (chosen.found() != null) {
      curves.putAll(chosen.found().curves());
      facts.put("trials", Integer.toString(chosen.found().trials().size()));
      files.put("trials.csv", chosen.found().table());
    }
    tellOddness(older, held, task.seed(), listener);
    Oddness odd =
        Oddness.of(
            all.features(),
            task.seed(),
            PartOfTraining.of(listener, 0.83, 0.85, "learning what is usual"));
    TableModel whole =
        lesson.train(all, PartOfTraining.of(listener, 0.85, 0.99, "training on all"));
    return new Trained(
        new FraudModel(task.algorithm(), whole, Optional.of(odd)).write(),
        lesson.settings(),
        Map.of(SPLIT, figures.metrics()),
        Map.of(SPLIT, figures.standardErrors()),
        curves,
        facts,
        files);
  }

  private static void requireEnough(LabelledPayments payments, int[] newest) {
    int held = payments.frauds(newest);
    int older = payments.frauds(payments.older(HELD));
    if (older < FEWEST_OLDER || held < FEWEST_HELD || held == newest.length) {
      throw new IllegalArgumentException(
          "Too few frauds to measure by time: %d in the older four fifths of the payments, %d in the newest fifth of %d; at least %d and %d are needed, and some that are none. Mark more payments, or wait."
              .formatted(older, held, newest.length, FEWEST_OLDER, FEWEST_HELD));
    }
  }

  private static void tell(FraudFigures figures, TrainingListener listener) {
    Map<String, Double> metrics = figures.metrics();
    listener.log(
        String.format(
            Locale.ROOT,
            "pr_auc %.4f, auc %.4f, recall of the highest 1 %% %.3f, ece %.4f",
            metrics.getOrDefault("pr_auc", Double.NaN),
            metrics.getOrDefault("auc", Double.NaN),
            metrics.getOrDefault("recall_at_budget", Double.NaN),
            metrics.getOrDefault("ece", Double.NaN)));
  }

  /** Whether frauds are odd: how an order by oddness alone would do. */
  private static void tellOddness(
      LabelledTable older, LabelledTable held, long seed, TrainingListener listener) {
    Oddness tried = Oddness.of(older.features(), seed, TrainingListener.SILENT);
    float[] rows = tried.schema().rows(held.features());
    int width = tried.schema().width();
    double[][] both = new double[held.rows()][];
    for (int row = 0; row < both.length; row++) {
      double share = tried.share(Arrays.copyOfRange(rows, row * width, (row + 1) * width));
      both[row] = new double[] {1 - share, share};
    }
    double auc = new ClassFigures(both, ((ClassTarget) held.target()).codes()).all().get("auc");
    listener.log(
        String.format(
            Locale.ROOT,
            "oddness alone, which looks at no labels: auc %.4f on the newest fifth",
            auc));
  }

  private static byte[] importance(
      TableModel model, LabelledTable held, long seed, TrainingListener listener) {
    LabelledTable some =
        held.rows() <= MOST_EXPLAINED
            ? held
            : held.select(
                IntStream.range(0, MOST_EXPLAINED)
                    .map(i -> (int) ((long) i * held.rows() / MOST_EXPLAINED))
                    .toArray());
    TableMetric metric = TableMetrics.suiting(held.target()).getFirst();
    var features =
        new ArrayList<>(
            PermutationImportance.of(
                    model,
                    some,
                    metric,
                    1,
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
