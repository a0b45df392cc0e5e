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
 * Learns from the weeks before the last horizon, measures on that horizon beside the seasonal naive
 * forecast, and then learns from all. Plain Java: it runs in the server or in the worker.
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
    int horizon = options.horizonWeeks();
    DemandLog before = log.asOf(log.end() - horizon);
    DemandModel tried =
        algorithm.train(
            before, options, task.seed(), PartOfTraining.of(listener, 0.02, 0.45, "evaluating"));
    var study = DemandStudy.of(tried, log, task.seed());
    DemandModel naive =
        DemandAlgorithm.of(DemandMethod.SEASONAL_NAIVE)
            .train(
                before, options, 0, PartOfTraining.of(listener, 0.45, 0.5, "as a season before"));
    var beside = DemandStudy.of(naive, log, task.seed());
    listener.log(
        String.format(
            Locale.ROOT,
            "units of the last %d weeks: error %.3f of what was sold (seasonal naive %.3f); within the bands of 80 %%: %.1f %%, of 95 %%: %.1f %%",
            horizon,
            study.figure("wape"),
            beside.figure("wape"),
            100 * study.figure("cover80"),
            100 * study.figure("cover95")));
    DemandModel whole =
        algorithm.train(log, options, task.seed(), PartOfTraining.last(listener, 0.5));
    PriceSensitivities prices = PriceSensitivities.learn(log);
    listener.log(
        "the price sensitivity of %d of %d products is known; the prices of the others hardly moved"
            .formatted(prices.known(), log.products().size()));
    return new Trained(
        new ForecastModel(algorithm.name(), whole, Optional.of(prices)).write(),
        task.options(),
        Map.of(DemandTraining.SPLIT, study.metrics(), NAIVE, beside.metrics()),
        Map.of(DemandTraining.SPLIT, study.standardErrors(), NAIVE, beside.standardErrors()),
        Map.of(),
        facts(log, horizon, whole, prices),
        Map.of(DemandStudy.WEEKS, study.weeks()));
  }

  private static Map<String, String> facts(
      DemandLog log, int horizon, DemandModel model, PriceSensitivities prices) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("horizonWeeks", Integer.toString(horizon));
    facts.put("weeksKnown", Integer.toString(log.end() - log.begin()));
    facts.put("priceSensitivities", Long.toString(prices.known()));
    model
        .counts()
        .forEach((method, count) -> facts.put("by " + method.code(), Long.toString(count)));
    return facts;
  }
}
