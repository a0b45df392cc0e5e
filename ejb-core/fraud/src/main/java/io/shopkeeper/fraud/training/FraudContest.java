package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TableLesson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a candidate judges the payments that were held out beside the version that serves.
 *
 * @param lesson the candidate's
 * @param older what it learnt from
 * @param held what is newer
 * @param from when the first of those was made
 * @param candidate how it did
 * @param listener hears of the opponent's training
 */
record FraudContest(
    TableLesson<?> lesson,
    LabelledTable older,
    LabelledTable held,
    Instant from,
    FraudFigures candidate,
    TrainingListener listener)
    implements Contest<FraudFigures> {

  @Override
  public String split() {
    return FraudTrainer.SPLIT;
  }

  @Override
  public Optional<Instant> heldFrom() {
    return Optional.of(from);
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return lesson.is(live);
  }

  @Override
  public Optional<Simple<FraudFigures>> simple() {
    return Optional.empty();
  }

  @Override
  public Optional<FraudFigures> itself(byte[] artefact) throws IOException {
    return Optional.of(FraudFigures.of(FraudModel.read(artefact).model(), held, lesson.seed()));
  }

  @Override
  public FraudFigures settings(Opponent live) {
    return FraudFigures.of(
        TableLesson.of(live.algorithm(), live.options(), live.seed()).train(older, listener),
        held,
        lesson.seed());
  }

  @Override
  public Map<String, PairedFigure> compare(FraudFigures ours, FraudFigures theirs) {
    return ours.beside(theirs);
  }
}
