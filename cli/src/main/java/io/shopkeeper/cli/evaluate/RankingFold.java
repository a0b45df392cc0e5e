package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.split.Fold;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users of one fold who have something held out, with their rankings. */
final class RankingFold implements RankedFold {

  /** How many of a ranking count. */
  static final int PLACES = 10;

  private final Interactions rows;
  private final InteractionLog log;
  private final History[] histories;
  private final List<Set<Integer>> held;
  private final int[] users;
  private final int[] owners;
  private final int trainUsers;
  private int[][] rankings;

  RankingFold(Interactions rows, Fold fold) {
    this.rows = rows;
    int count = rows.userIds().size();
    log = rows.log(fold.train());
    histories = log.histories();
    held = empty(count, HashSet::new);
    owners = new int[rows.itemIds().size()];
    for (int row : fold.test()) {
      held.get(rows.user()[row]).add(rows.item()[row]);
    }
    for (History history : histories) {
      owned(history).stream().forEach(item -> owners[item]++);
      owned(history).stream().forEach(held.get(history.user())::remove);
    }
    trainUsers = (int) Arrays.stream(histories).filter(history -> history.size() > 0).count();
    users = IntStream.range(0, count).filter(user -> !held.get(user).isEmpty()).toArray();
  }

  private static BitSet owned(History history) {
    var owned = new BitSet();
    IntStream.of(history.items()).forEach(owned::set);
    return owned;
  }

  @Override
  public InteractionLog log() {
    return log;
  }

  private static <T> List<T> empty(int count, Supplier<T> maker) {
    return IntStream.range(0, count).mapToObj(user -> maker.get()).toList();
  }

  @Override
  public void rank(Ranker ranker) {
    rankings =
        IntStream.of(users)
            .parallel()
            .mapToObj(
                user -> {
                  BitSet owned = owned(histories[user]);
                  return ranker
                      .recommend(histories[user], PLACES, item -> !owned.get(item))
                      .items();
                })
            .toArray(int[][]::new);
  }

  @Override
  public void write(String algorithm, PredictionFile predictions) {
    for (int i = 0; i < users.length; i++) {
      predictions.write(
          algorithm,
          rows.userIds().get(users[i]),
          held.get(users[i]).stream()
              .sorted()
              .map(item -> rows.itemIds().get(item))
              .collect(Collectors.joining(" ")),
          IntStream.of(rankings[i])
              .mapToObj(item -> rows.itemIds().get(item))
              .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public Stream<int[]> lists() {
    return Arrays.stream(rankings);
  }

  /** The quality of each user's ranking. */
  List<RankingMetrics> qualities() {
    return IntStream.range(0, users.length)
        .mapToObj(i -> RankingMetrics.of(rankings[i], held.get(users[i]), PLACES))
        .toList();
  }

  /** How many items there are. */
  int items() {
    return owners.length;
  }

  /** The items that were ranked for anybody. */
  BitSet shown() {
    var shown = new BitSet();
    for (int[] ranking : rankings) {
      IntStream.of(ranking).forEach(shown::set);
    }
    return shown;
  }

  /**
   * −log₂ of the part of the users who have a ranked item; an item that nobody has counts as one.
   */
  double[] selfInformation() {
    return Arrays.stream(rankings)
        .flatMapToInt(Arrays::stream)
        .mapToDouble(
            item -> Math.log((double) trainUsers / Math.max(1, owners[item])) / Math.log(2))
        .toArray();
  }
}
