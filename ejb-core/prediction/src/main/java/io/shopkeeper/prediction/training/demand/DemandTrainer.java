package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandMethod;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.forecast.DemandOptions;
import io.shopkeeper.ml.price.PriceSensitivities;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Learns from the weeks before each of the last horizons, measures on these beside the seasonal
 * naive forecast and the version that serves, and then learns from all. Plain Java: it runs in the
 * server or in the worker.
 */
public final class DemandTrainer implements Trainer {

  private static final String NAIVE = DemandTraining.SPLIT + " naive";

  @Override
  public Trained train(TrainingTask task, Snapshot snapshot, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    DemandAlgorithm algorithm =
        DemandAlgorithms.find(task.algorithm())
            .orElseThrow(
                () -> new IllegalArgumentException(task.algorithm() + " is not known here"));
    DemandOptions options = OptionsForm.of(algorithm).parse(task.options());
    DemandLog log = DemandTable.read(snapshot);
    DemandRehearsal rehearsal = DemandRehearsal.of(log, options, task.seed());
    DemandStudy study =
        rehearsal.of(
            algorithm, options, task.seed(), PartOfTraining.of(listener, 0.02, 0.5, "evaluating"));
    DemandStudy naive =
        rehearsal.of(
            DemandAlgorithm.of(DemandMethod.SEASONAL_NAIVE),
            options,
            0,
            PartOfTraining.of(listener, 0.5, 0.55, "as a season before"));
    tell(study, naive, rehearsal, listener);
    Optional<Beside> beside =
        new DemandContest(
                task,
                rehearsal,
                study,
                naive,
                PartOfTraining.of(listener, 0.55, 0.75, "the live version"))
            .hold(Opponent.read(snapshot), listener);
    DemandModel whole =
        algorithm.train(log, options, task.seed(), PartOfTraining.last(listener, 0.75));
    PriceSensitivities prices = PriceSensitivities.learn(log);
    listener.log(
        "the price sensitivity of %d of %d products is known; the prices of the others hardly moved"
            .formatted(prices.known(), log.products().size()));
    return new Trained(
        new ForecastModel(algorithm.name(), whole, Optional.of(prices)).write(),
        task.options(),
        Map.of(DemandTraining.SPLIT, study.metrics(), NAIVE, naive.metrics()),
        Map.of(DemandTraining.SPLIT, study.standardErrors(), NAIVE, naive.standardErrors()),
        Map.of(),
        facts(rehearsal, whole, prices, beside),
        Map.of(DemandStudy.WEEKS, study.weeks()));
  }

  private static void tell(
      DemandStudy study, DemandStudy naive, DemandRehearsal rehearsal, TrainingListener listener) {
    listener.log(
        String.format(
            Locale.ROOT,
            "units of %d weeks, foretold from %d weeks one before another: error %.3f of what was sold (seasonal naive %.3f); within the bands of 80 %%: %.1f %%, of 95 %%: %.1f %%",
            rehearsal.horizon(),
            rehearsal.origins().size(),
            study.figure("wape"),
            naive.figure("wape"),
            100 * study.figure("cover80"),
            100 * study.figure("cover95")));
  }

  private static Map<String, String> facts(
      DemandRehearsal rehearsal,
      DemandModel model,
      PriceSensitivities prices,
      Optional<Beside> beside) {
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    DemandLog log = rehearsal.log();
    facts.put("horizonWeeks", Integer.toString(rehearsal.horizon()));
    facts.put("origins", Integer.toString(rehearsal.origins().size()));
    facts.put("weeksKnown", Integer.toString(log.end() - log.begin()));
    facts.put("priceSensitivities", Long.toString(prices.known()));
    model
        .counts()
        .forEach((method, count) -> facts.put("by " + method.code(), Long.toString(count)));
    return facts;
  }
}
