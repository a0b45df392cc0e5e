package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandMethod;
import io.shopkeeper.ml.forecast.WeeklySales;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TrainingTask;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate foretells of the last horizons beside the version that serves, or else beside
 * the seasonal naive forecast. The live version's settings are asked about the candidate's horizon.
 *
 * @param task the candidate's
 * @param candidate what it foretold
 * @param naive what the seasonal naive forecast foretold
 * @param listener hears of the opponent's training
 */
record DemandContest(
    TrainingTask task,
    DemandRehearsal rehearsal,
    DemandStudy candidate,
    DemandStudy naive,
    TrainingListener listener)
    implements Contest<DemandStudy> {

  private static final String HORIZON = "horizonWeeks";

  @Override
  public String split() {
    return DemandTraining.SPLIT;
  }

  @Override
  public Optional<Instant> heldFrom() {
    return Optional.of(
        WeeklySales.monday(rehearsal.first()).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return live.trainsAs(task.algorithm(), task.options(), task.seed());
  }

  @Override
  public Optional<Simple<DemandStudy>> simple() {
    return Optional.of(new Simple<>(Beside.Opponent.SEASONAL_NAIVE, naive));
  }

  @Override
  public Optional<DemandStudy> itself(byte[] artefact) throws IOException {
    ForecastModel stored = ForecastModel.read(artefact);
    return stored.model().horizonWeeks() == rehearsal.horizon()
        ? Optional.of(rehearsal.of(stored.model()))
        : Optional.empty();
  }

  @Override
  public DemandStudy settings(Opponent live) {
    DemandAlgorithm algorithm =
        DemandAlgorithms.find(live.algorithm())
            .orElseThrow(
                () -> new IllegalArgumentException("there is no algorithm " + live.algorithm()));
    Map<String, String> options = new LinkedHashMap<>(live.options());
    options.replace(HORIZON, Integer.toString(rehearsal.horizon()));
    return rehearsal.of(algorithm, OptionsForm.of(algorithm).parse(options), live.seed(), listener);
  }

  /** All that was measured, by what it is filed under; every family where that is wanted. */
  Map<String, DemandStudy> studies(TrainingListener hearing) {
    Map<String, DemandStudy> studies = new LinkedHashMap<>();
    studies.put(split(), candidate);
    studies.put(split() + " naive", naive);
    if (DemandTraining.RIVALS.equals(task.parameters().get(TrainingTask.EVALUATION))) {
      for (DemandAlgorithm rival : DemandAlgorithms.all()) {
        boolean measured =
            rival.name().equals(task.algorithm())
                || rival.methods().equals(List.of(DemandMethod.SEASONAL_NAIVE));
        if (!measured) {
          hearing.progress(0.75, rival.name());
          add(usual(rival), studies, hearing);
        }
      }
    }
    return studies;
  }

  private Opponent usual(DemandAlgorithm rival) {
    return Opponent.usual(
        rival.name(), OptionsForm.of(rival).format(rival.standard()), task.seed());
  }

  @Override
  public Map<String, PairedFigure> compare(DemandStudy ours, DemandStudy theirs) {
    return ours.beside(theirs);
  }
}
