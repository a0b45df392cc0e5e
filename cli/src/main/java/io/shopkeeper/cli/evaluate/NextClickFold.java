package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.split.Fold;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Held-out sessions, each item but the first being foretold from those before it. All items of the
 * training rows are ranked, those that the session already has among them, since visitors return to
 * what they saw; an item that is not in the training rows is never ranked, so that foretelling it
 * fails. Sessions of one item ask nothing. Models take the session for one of a stranger.
 */
final class NextClickFold implements RankedFold {

  /** How many of a ranking count. */
  static final int PLACES = 20;

  private final Interactions rows;
  private final InteractionLog log;
  private final List<History> sessions;
  private final BitSet known = new BitSet();
  private int[][][] rankings;

  NextClickFold(Interactions rows, Fold fold) {
    this.rows = rows;
    log = rows.log(fold.train());
    IntStream.of(log.item()).forEach(known::set);
    sessions =
        Arrays.stream(rows.log(fold.test()).histories())
            .filter(history -> history.size() > 1)
            .toList();
  }

  @Override
  public InteractionLog log() {
    return log;
  }

  @Override
  public void rank(Ranker ranker) {
    rankings =
        sessions.parallelStream()
            .map(
                session ->
                    IntStream.range(1, session.size())
                        .mapToObj(next -> ranking(ranker, session, next))
                        .toArray(int[][]::new))
            .toArray(int[][][]::new);
  }

  private int[] ranking(Ranker ranker, History session, int next) {
    var before =
        new History(
            History.STRANGER,
            Arrays.copyOf(session.items(), next),
            Arrays.copyOf(session.values(), next),
            Arrays.copyOf(session.times(), next));
    return ranker.recommend(before, PLACES, known::get).items();
  }

  @Override
  public void write(String algorithm, PredictionFile predictions) {
    for (int s = 0; s < rankings.length; s++) {
      History session = sessions.get(s);
      for (int next = 1; next < session.size(); next++) {
        predictions.write(
            algorithm,
            rows.userIds().get(session.user()),
            Integer.toString(next),
            rows.itemIds().get(session.items()[next]),
            IntStream.of(rankings[s][next - 1])
                .mapToObj(item -> rows.itemIds().get(item))
                .collect(Collectors.joining(" ")));
      }
    }
  }

  @Override
  public Stream<int[]> lists() {
    return Arrays.stream(rankings).flatMap(Arrays::stream);
  }

  /** For each session, at which place from 1 each of its items was ranked; 0 where it was not. */
  List<int[]> places() {
    return IntStream.range(0, rankings.length)
        .mapToObj(
            s ->
                IntStream.range(0, rankings[s].length)
                    .map(i -> 1 + indexOf(rankings[s][i], sessions.get(s).items()[i + 1]))
                    .toArray())
        .toList();
  }

  private static int indexOf(int[] ranking, int item) {
    return IntStream.range(0, ranking.length)
        .filter(place -> ranking[place] == item)
        .findFirst()
        .orElse(-1);
  }

  /** How many items can be ranked. */
  int candidates() {
    return known.cardinality();
  }

  /** The items that were ranked for anybody. */
  BitSet shown() {
    var shown = new BitSet();
    for (int[][] session : rankings) {
      for (int[] ranking : session) {
        IntStream.of(ranking).forEach(shown::set);
      }
    }
    return shown;
  }
}
