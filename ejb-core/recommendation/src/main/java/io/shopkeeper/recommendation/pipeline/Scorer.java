package io.shopkeeper.recommendation.pipeline;

import java.util.Collection;

/** Gives the candidates of one answer their scores, before the rules weigh. */
@FunctionalInterface
public interface Scorer {

  /** Leaves what the sources blended. */
  Scorer BLENDED = candidates -> {};

  /** Scores all that were proposed, by {@link Candidate#predict}, or leaves them as they are. */
  void score(Collection<Candidate> candidates);
}
