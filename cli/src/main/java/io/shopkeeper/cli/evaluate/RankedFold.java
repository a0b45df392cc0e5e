package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What is learnt from, and what a model is asked. */
interface RankedFold {

  /** What is learnt from. */
  InteractionLog log();

  /** Something that ranks. */
  @FunctionalInterface
  interface Ranker {

    /** The best for somebody with that history, of those that may be shown. */
    ScoredItems recommend(History history, int n, IntPredicate admissible);
  }

  /** Asks everything that is held out, on the threads of the current pool. */
  void rank(Ranker ranker);

  /** All lists, after {@link #rank}. */
  Stream<int[]> lists();

  /** Writes a row for each question, after {@link #rank}. */
  void write(String algorithm, PredictionFile predictions);
}
