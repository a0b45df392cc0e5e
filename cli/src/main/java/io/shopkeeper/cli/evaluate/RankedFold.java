package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingModel;

/** What is learnt from, and what a model is asked. */
interface RankedFold {

  /** What is learnt from. */
  InteractionLog log();

  /** Asks the model everything that is held out, on the threads of the current pool. */
  void rank(RankingModel model);

  /** Writes a row for each question, after {@link #rank}. */
  void write(String algorithm, PredictionFile predictions);
}
