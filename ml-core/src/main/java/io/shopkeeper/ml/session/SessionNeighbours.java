package io.shopkeeper.ml.session;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nearest sessions: what was met in the sessions most like the running one. The index keeps for
 * each item the latest sessions alone, so that a query's time is bounded whatever the log
 * (VMIS-kNN: Kersbergen, Sprangers, Schelter: Serenade, SIGMOD 2022). Similarity by order and
 * recency, sessions that grow old and votes that fall with the distance to the shared item are
 * those of STAN (Garg, Gupta, Malhotra, Vig, Shroff: Sequence and Time Aware Neighborhood for
 * Session-based Recommendations, SIGIR 2019), with powers instead of exponentials.
 *
 * <p>A session r scores sim(r) = (Σ over shared items of step × rarity)^amplification × age /
 * length^normalisation; the k best vote: an item scores Σ sim(r) × distance × idf.
 */
public final class SessionNeighbours implements RankingAlgorithm<SessionOptions> {

  private static final int HALF_HOUR = 30;
  private static final int BLOCK = 1024;

  @Override
  public String name() {
    return SessionModel.NAME;
  }

  @Override
  public Map<String, SessionOptions> presets() {
    var presets = new LinkedHashMap<String, SessionOptions>();
    presets.put("standard", SessionOptions.standard(HALF_HOUR));
    presets.put("whole", SessionOptions.standard(0));
    presets.put("vmis", SessionOptions.published());
    presets.put("cosine", SessionOptions.plain());
    return presets;
  }

  /** The log once more as sessions, and the index. */
  @Override
  public long memoryBytes(LogSize size, SessionOptions options) {
    return RankingAlgorithm.super.memoryBytes(size, options) + 40 * size.interactions();
  }

  @Override
  public RankingModel train(
      RankingData data, SessionOptions options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    listener.progress(0, "sessions");
    List<Session> sessions = new ArrayList<>();
    for (History history : data.log().histories()) {
      if (history.size() > 0) {
        sessions.addAll(Session.of(history, options.gapMinutes()));
      }
      if (history.user() % BLOCK == 0) {
        listener.stopIfCancelled();
      }
    }
    listener.progress(0.5, "index");
    SessionIndex index = SessionIndex.of(sessions, data.log().items(), options.sessions());
    listener.stopIfCancelled();
    listener.progress(1, "index");
    return new SessionModel(options, index);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return SessionModel.read(in);
  }
}
