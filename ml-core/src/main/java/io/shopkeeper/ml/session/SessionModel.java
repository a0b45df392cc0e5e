package io.shopkeeper.ml.session;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.Spares;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Answers from an index of sessions. A query takes at most steps × sessions + neighbours × length
 * additions; its working memory is kept for the next one. Immutable but for that, and safe for use
 * by several threads.
 */
final class SessionModel implements RankingModel {

  static final String NAME = "session-knn";
  private static final int FORMAT = 1;
  private static final int MOST_OPTIONS = 64;

  private final SessionOptions options;
  private final SessionIndex index;
  private final SessionWeights weights;
  private final Spares<Memory> spares = new Spares<>();

  SessionModel(SessionOptions options, SessionIndex index) {
    this.options = options;
    this.index = index;
    this.weights = SessionWeights.of(index, options);
  }

  /** What one query needs. */
  private record Memory(SessionSearch search, float[] scores) {}

  private Memory memory() {
    return spares
        .take()
        .orElseGet(
            () -> new Memory(new SessionSearch(index, weights, options), new float[items()]));
  }

  @Override
  public int items() {
    return index.counts().length;
  }

  @Override
  public void score(History history, float[] scores) {
    Memory memory = memory();
    Arrays.fill(scores, 0, items(), 0);
    memory.search.search(history);
    memory.search.vote(scores);
    spares.give(memory);
    for (int item = 0; item < items(); item++) {
      scores[item] = scores[item] > 0 ? scores[item] : Float.NEGATIVE_INFINITY;
    }
  }

  @Override
  public ScoredItems recommend(History history, int n, IntPredicate admissible) {
    Memory memory = memory();
    float[] scores = memory.scores;
    Arrays.fill(scores, 0);
    memory.search.search(history);
    memory.search.vote(scores);
    var best = new TopItems(Math.clamp(n, 1, Math.max(1, items())));
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0 && admissible.test(item)) {
        best.offer(item, scores[item]);
      }
    }
    spares.give(memory);
    return best.drain();
  }

  @Override
  public int[] sources(History history, int[] items) {
    Memory memory = memory();
    memory.search.search(history);
    int[] sources = memory.search.sources(items);
    spares.give(memory);
    return sources;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    Map<String, String> values = OptionsForm.of(options).format(options);
    out.writeInt(values.size());
    for (Map.Entry<String, String> value : values.entrySet()) {
      out.writeUTF(value.getKey());
      out.writeUTF(value.getValue());
    }
    index.write(out);
  }

  static SessionModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw new IOException("damaged: %d options".formatted(count));
    }
    Map<String, String> values = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      values.put(in.readUTF(), in.readUTF());
    }
    try {
      SessionOptions options = OptionsForm.of(SessionOptions.standard(0)).parse(values);
      return new SessionModel(options, SessionIndex.read(in, options.sessions()));
    } catch (WrongOptionException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
