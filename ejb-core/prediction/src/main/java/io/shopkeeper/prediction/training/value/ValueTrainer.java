package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.value.BuyTillYouDieModel;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.CustomerValueModel;
import io.shopkeeper.ml.value.NaiveRate;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.prediction.model.ValueModel;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Learns from what was bought before the last horizon, measures on that horizon beside the rate so
 * far, and then learns from all. Plain Java: it runs in the server or in the worker.
 */
public final class ValueTrainer implements Trainer {

  /** Where a search ends in the progress. */
  private static final double SEARCHED = 0.4;

  @Override
  public Trained train(TrainingTask task, Snapshot snapshot, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    CustomerValueAlgorithm<?> algorithm =
        CustomerValueAlgorithms.find(task.algorithm())
            .orElseThrow(
                () -> new IllegalArgumentException(task.algorithm() + " is not known here"));
    ValueLog data = ValueLog.read(snapshot);
    if (data.leftOut() > 0) {
      listener.log(
          "%d purchases in other currencies than %s are left out"
              .formatted(data.leftOut(), data.currency()));
    }
    return train(algorithm, task, data, Opponent.read(snapshot), listener);
  }

  private static <O extends Record> Trained train(
      CustomerValueAlgorithm<O> algorithm,
      TrainingTask task,
      ValueLog data,
      Optional<Opponent> live,
      TrainingListener listener) {
    O given = OptionsForm.of(algorithm).parse(task.options());
    int horizon = algorithm.horizonDays(given);
    PurchaseLog log = data.log();
    PurchaseLog before = log.asOf(log.end() - horizon);
    requireEnough(log, before, horizon);
    Optional<OptionsSearch.Found<O>> found =
        TuningOrder.of(task.parameters())
            .map(order -> search(order, algorithm, given, before, task.seed(), listener));
    double searched = found.isPresent() ? SEARCHED : 0.02;
    O options = found.map(OptionsSearch.Found::options).orElse(given);
    var chosen = task.with(OptionsForm.of(algorithm).format(options));
    CustomerValueModel tried =
        algorithm.train(
            before, options, task.seed(), PartOfTraining.of(listener, searched, 0.6, "evaluating"));
    CustomerValueModel rate =
        new NaiveRate()
            .train(
                before,
                new NaiveRate.Options(horizon),
                0,
                PartOfTraining.of(listener, 0.6, 0.62, "rate so far"));
    var contest =
        new ValueContest(
            chosen,
            horizon,
            data,
            ValueStudy.of(tried, log, task.seed()),
            ValueStudy.of(rate, log, task.seed()),
            PartOfTraining.of(listener, 0.62, 0.7, "the live version"));
    tell(contest, listener);
    Optional<Beside> beside = contest.hold(live, listener);
    Map<String, ValueStudy> studies = contest.studies(listener);
    CustomerValueModel whole =
        algorithm.train(log, options, task.seed(), PartOfTraining.last(listener, 0.75));
    var model = new ValueModel(algorithm.name(), data.currency(), meanSpend(log), whole);
    Map<String, String> facts = facts(model, horizon, beside);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ValueStudy.TENTHS, contest.candidate().tenths());
    found.ifPresent(
        one -> {
          facts.put("trials", Integer.toString(one.trials().size()));
          files.put("trials.csv", one.table());
        });
    return new Trained(
        model.write(),
        chosen.options(),
        each(studies, ValueStudy::metrics),
        each(studies, ValueStudy::standardErrors),
        found.map(OptionsSearch.Found::curves).orElse(Map.of()),
        facts,
        files);
  }

  private static <O extends Record> OptionsSearch.Found<O> search(
      TuningOrder order,
      CustomerValueAlgorithm<O> algorithm,
      O given,
      PurchaseLog before,
      long seed,
      TrainingListener listener) {
    int horizon = algorithm.horizonDays(given);
    requireEnough(before, before.asOf(before.end() - horizon), horizon);
    return OptionsSearch.run(
        order,
        OptionsForm.of(algorithm),
        given,
        new ValueObjective<>(algorithm, before, seed),
        seed,
        PartOfTraining.of(listener, 0.02, SEARCHED, "looking for options"));
  }

  private static void tell(ValueContest contest, TrainingListener listener) {
    ValueStudy study = contest.candidate();
    ValueStudy naive = contest.rate();
    listener.log(
        String.format(
            Locale.ROOT,
            "value of the last %d days: mean error %.2f (rate so far %.2f), order %.3f",
            contest.horizon(),
            study.figure(study.much(), "mae"),
            naive.figure(naive.much(), "mae"),
            study.figure(study.much(), "spearman")));
  }

  private static <T> Map<String, T> each(
      Map<String, ValueStudy> studies, Function<ValueStudy, T> figures) {
    Map<String, T> all = new LinkedHashMap<>();
    studies.forEach((split, study) -> all.put(split, figures.apply(study)));
    return all;
  }

  private static double meanSpend(PurchaseLog log) {
    double spent = 0;
    long purchases = 0;
    for (PurchaseHistory one : log.customers()) {
      spent += one.spent();
      purchases += one.purchases();
    }
    return spent / purchases;
  }

  private static void requireEnough(PurchaseLog log, PurchaseLog before, int horizon) {
    int first = log.customers().stream().mapToInt(one -> one.days()[0]).min().orElse(log.end());
    if (before.customers().size() < ValueNeeds.FEWEST || log.end() - first < 2 * horizon) {
      throw new IllegalArgumentException(
          ("To measure forecasts of %d days, orders of at least %d days are needed, with 10 customers "
                  + "before the last %d; there are %d days and %d customers. Choose a shorter horizon, "
                  + "import older orders, or wait.")
              .formatted(
                  horizon, 2 * horizon, horizon, log.end() - first, before.customers().size()));
    }
  }

  private static Map<String, String> facts(ValueModel model, int horizon, Optional<Beside> beside) {
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    facts.put("horizonDays", Integer.toString(horizon));
    facts.put("currency", model.currency());
    if (model.model() instanceof BuyTillYouDieModel numbers) {
      List<String> names = List.of("r", "alpha", "a", "b", "p", "q", "gamma");
      double[] values = {
        numbers.visits().r(),
        numbers.visits().alpha(),
        numbers.visits().a(),
        numbers.visits().b(),
        numbers.spends().p(),
        numbers.spends().q(),
        numbers.spends().gamma()
      };
      for (int i = 0; i < values.length; i++) {
        facts.put(names.get(i), String.format(Locale.ROOT, "%.4g", values[i]));
      }
    }
    return facts;
  }
}
