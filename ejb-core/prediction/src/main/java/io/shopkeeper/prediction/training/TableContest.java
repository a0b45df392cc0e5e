package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TableLesson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate predicts of rows that were held out beside the settings of the version that
 * serves, trained on the same other rows: which rows the version itself has seen nobody knows.
 *
 * @param split by which they were held out
 * @param lesson the candidate's
 * @param candidate what it predicted
 * @param listener hears of the opponent's training
 */
record TableContest(
    String split,
    TableLesson<?> lesson,
    LabelledTable rows,
    List<Fold> folds,
    Figures candidate,
    TrainingListener listener)
    implements Contest<Figures> {

  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;

  @Override
  public Optional<Instant> heldFrom() {
    return Optional.empty();
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return lesson.is(live);
  }

  @Override
  public Optional<Simple<Figures>> simple() {
    return Optional.empty();
  }

  @Override
  public Optional<Figures> itself(byte[] artefact) {
    return Optional.empty();
  }

  @Override
  public Figures settings(Opponent live) {
    TableLesson<?> its = TableLesson.of(live.algorithm(), live.options(), live.seed());
    return HeldPredictions.measure(its, rows, folds, listener).figures();
  }

  @Override
  public Map<String, PairedFigure> compare(Figures ours, Figures theirs) {
    List<PairedFigure> figures =
        PairedFigure.ofAll(
            ours.rows(),
            ours.names().size(),
            ours::of,
            theirs::of,
            new Bootstrap(DRAWS, LEVEL, lesson.seed()));
    Map<String, PairedFigure> named = new LinkedHashMap<>();
    for (int place = 0; place < figures.size(); place++) {
      named.put(ours.names().get(place), figures.get(place));
    }
    return named;
  }
}
