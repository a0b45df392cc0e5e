package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.TableLesson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a candidate ranks the lists that were held out beside the version that ranks, or else beside
 * the order of the blend: the NDCG of each visitor.
 *
 * @param lesson the candidate's
 * @param figures how it did
 */
record RankingContest(
    TableLesson<?> lesson,
    ShownRows rows,
    ShownRows.Parts parts,
    RankingFigures figures,
    TrainingListener listener)
    implements Contest<double[]> {

  @Override
  public String split() {
    return RankingTrainer.SPLIT;
  }

  @Override
  public Optional<Instant> heldFrom() {
    return Optional.of(Instant.ofEpochMilli(rows.at()[parts.test()[0]]));
  }

  @Override
  public double[] candidate() {
    return figures.ndcg();
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return lesson.is(live);
  }

  @Override
  public Optional<Simple<double[]>> simple() {
    return Optional.of(new Simple<>(Beside.Opponent.BLEND, figures.blendedNdcg()));
  }

  @Override
  public Optional<double[]> itself(byte[] artefact) throws IOException {
    return Optional.of(figures.ndcg(PurchaseModel.read(artefact).model()));
  }

  @Override
  public double[] settings(Opponent live) {
    return figures.ndcg(
        TableLesson.of(live.algorithm(), live.options(), live.seed())
            .train(
                rows.table().select(parts.train()),
                PartOfTraining.of(listener, 0.65, 0.75, "the live version’s settings")));
  }

  @Override
  public Map<String, PairedFigure> compare(double[] candidate, double[] other) {
    return Map.of(RankingFigures.NDCG, PairedFigure.of(candidate, other, lesson.seed()));
  }
}
