package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.CustomerValueModel;
import io.shopkeeper.ml.value.NaiveRate;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TrainingTask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate foretells of the customers' last horizon beside the version that serves, or else
 * beside the rate so far. The live version's settings are asked about the candidate's horizon.
 *
 * @param task the candidate's
 * @param horizon the days that are held out
 * @param candidate what it foretold
 * @param rate what the rate so far foretold
 * @param listener hears of the opponent's training
 */
record ValueContest(
    TrainingTask task,
    int horizon,
    ValueLog data,
    ValueStudy candidate,
    ValueStudy rate,
    TrainingListener listener)
    implements Contest<ValueStudy> {

  private static final String HORIZON = "horizonDays";

  @Override
  public String split() {
    return ValueTraining.SPLIT;
  }

  private int cut() {
    return data.log().end() - horizon;
  }

  @Override
  public Optional<Instant> heldFrom() {
    return Optional.of(Instant.EPOCH.plus(Duration.ofDays(cut())));
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return live.trainsAs(task.algorithm(), task.options(), task.seed());
  }

  @Override
  public Optional<Simple<ValueStudy>> simple() {
    return Optional.of(new Simple<>(Beside.Opponent.RATE_SO_FAR, rate));
  }

  @Override
  public Optional<ValueStudy> itself(byte[] artefact) throws IOException {
    ValueModel model = ValueModel.read(artefact);
    return model.model().horizonDays() == horizon && model.currency().equals(data.currency())
        ? Optional.of(study(model.model()))
        : Optional.empty();
  }

  @Override
  public ValueStudy settings(Opponent live) {
    CustomerValueAlgorithm<?> algorithm =
        CustomerValueAlgorithms.find(live.algorithm())
            .orElseThrow(
                () -> new IllegalArgumentException("there is no algorithm " + live.algorithm()));
    Map<String, String> options = new LinkedHashMap<>(live.options());
    options.replace(HORIZON, Integer.toString(horizon));
    return study(trained(algorithm, options, live.seed(), data.log().asOf(cut()), listener));
  }

  private static <O extends Record> CustomerValueModel trained(
      CustomerValueAlgorithm<O> algorithm,
      Map<String, String> options,
      long seed,
      PurchaseLog log,
      TrainingListener listener) {
    return algorithm.train(log, OptionsForm.of(algorithm).parse(options), seed, listener);
  }

  private ValueStudy study(CustomerValueModel model) {
    return ValueStudy.of(model, data.log(), task.seed());
  }

  /** All that was measured, by what it is filed under; every family where that is wanted. */
  Map<String, ValueStudy> studies(TrainingListener hearing) {
    Map<String, ValueStudy> studies = new LinkedHashMap<>();
    studies.put(split(), candidate);
    studies.put(split() + " rate", rate);
    if (ValueTraining.RIVALS.equals(task.parameters().get(TrainingTask.EVALUATION))) {
      for (CustomerValueAlgorithm<?> rival : CustomerValueAlgorithms.all()) {
        if (!rival.name().equals(task.algorithm()) && !(rival instanceof NaiveRate)) {
          hearing.progress(0.7, rival.name());
          add(usual(rival), studies, hearing);
        }
      }
    }
    return studies;
  }

  private <O extends Record> Opponent usual(CustomerValueAlgorithm<O> rival) {
    return Opponent.usual(
        rival.name(), OptionsForm.of(rival).format(rival.standard()), task.seed());
  }

  @Override
  public Map<String, PairedFigure> compare(ValueStudy ours, ValueStudy theirs) {
    return ours.beside(theirs);
  }
}
