package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.session.SessionNeighbours;
import io.shopkeeper.ml.session.SessionOptions;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import java.util.stream.IntStream;

/**
 * The neighbours by session that every recommendation model has beside its algorithm. They look at
 * the latest interactions alone, so that their memory has a bound however old the shop is.
 */
final class SessionLesson {

  /** So many interactions are looked at, the latest: at most 30 bytes of each are kept. */
  static final int MOST = 2_000_000;

  private static final SessionNeighbours ALGORITHM = new SessionNeighbours();
  private static final SessionOptions OPTIONS = ALGORITHM.presets().get("standard");

  private SessionLesson() {}

  /** About how much memory it takes at its height. */
  static long memoryBytes(LogSize size) {
    return ALGORITHM.memoryBytes(
        new LogSize(size.users(), size.items(), Math.min(MOST, size.interactions())), OPTIONS);
  }

  /** Learns; the same interactions always give the same neighbours. */
  static RankingModel learn(Interactions interactions, TrainingListener listener) {
    return learn(interactions, MOST, listener);
  }

  static RankingModel learn(Interactions interactions, int most, TrainingListener listener) {
    int size = interactions.size();
    InteractionLog latest =
        size <= most
            ? interactions.log()
            : interactions.log().select(IntStream.range(size - most, size).toArray());
    return ALGORITHM.train(
        new RankingData(latest, interactions.attributes()), OPTIONS, 0, Part.quiet(listener));
  }
}
