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
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Learns from the weeks before each of the last horizons, measures on these beside the seasonal
 * naive forecast and the version that serves, and then learns from all. Plain Java: it runs in the
 * server or in the worker.
 */
public final class DemandTrainer implements Trainer {

  /** Where a search ends in the progress. */
  private static final double SEARCHED = 0.4;

  @Override
  public Trained train(TrainingTask task, Snapshot snapshot, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    DemandAlgorithm algorithm =
        DemandAlgorithms.find(task.algorithm())
            .orElseThrow(
                () -> new IllegalArgumentException(task.algorithm() + " is not known here"));
    DemandOptions given = OptionsForm.of(algorithm).parse(task.options());
    DemandRehearsal rehearsal =
        DemandRehearsal.of(
            DemandTable.read(snapshot), DemandNeeds.of(task).orElseThrow(), task.seed());
    DemandLog log = rehearsal.log();
    Optional<OptionsSearch.Found<DemandOptions>> found =
        TuningOrder.of(task.parameters())
            .map(order -> search(order, algorithm, given, rehearsal, listener));
    double searched = found.isPresent() ? SEARCHED : 0.02;
    DemandOptions options = found.map(OptionsSearch.Found::options).orElse(given);
    var contest =
        new DemandContest(
            task.with(OptionsForm.of(algorithm).format(options)),
            rehearsal,
            rehearsal.of(
                algorithm,
                options,
                task.seed(),
                PartOfTraining.of(listener, searched, 0.6, "evaluating")),
            rehearsal.of(
                DemandAlgorithm.of(DemandMethod.SEASONAL_NAIVE),
                options,
                0,
                PartOfTraining.of(listener, 0.6, 0.62, "as a season before")),
            PartOfTraining.of(listener, 0.62, 0.75, "the live version"));
    tell(contest.candidate(), contest.naive(), rehearsal, listener);
    Optional<Beside> beside = contest.hold(Opponent.read(snapshot), listener);
    Map<String, DemandStudy> studies = contest.studies(listener);
    DemandModel whole =
        algorithm.train(log, options, task.seed(), PartOfTraining.last(listener, 0.8));
    PriceSensitivities prices = PriceSensitivities.learn(log);
    listener.log(
        "the price sensitivity of %d of %d products is known; the prices of the others hardly moved"
            .formatted(prices.known(), log.products().size()));
    Map<String, String> facts = facts(rehearsal, whole, prices, beside);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DemandStudy.WEEKS, contest.candidate().weeks());
    found.ifPresent(
        one -> {
          facts.put("trials", Integer.toString(one.trials().size()));
          files.put("trials.csv", one.table());
        });
    return new Trained(
        new ForecastModel(algorithm.name(), whole, Optional.of(prices)).write(),
        contest.task().options(),
        each(studies, DemandStudy::metrics),
        each(studies, DemandStudy::standardErrors),
        found.map(OptionsSearch.Found::curves).orElse(Map.of()),
        facts,
        files);
  }

  /** What every origin learns from is all that the search may see. */
  private static OptionsSearch.Found<DemandOptions> search(
      TuningOrder order,
      DemandAlgorithm algorithm,
      DemandOptions given,
      DemandRehearsal rehearsal,
      TrainingListener listener) {
    DemandLog before = rehearsal.log().asOf(rehearsal.first());
    return OptionsSearch.run(
        order,
        OptionsForm.of(algorithm),
        given,
        new DemandObjective(algorithm, before, rehearsal.seed()),
        rehearsal.seed(),
        PartOfTraining.of(listener, 0.02, SEARCHED, "looking for options"));
  }

  private static <T> Map<String, T> each(
      Map<String, DemandStudy> studies, Function<DemandStudy, T> figures) {
    Map<String, T> all = new LinkedHashMap<>();
    studies.forEach((split, study) -> all.put(split, figures.apply(study)));
    return all;
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
