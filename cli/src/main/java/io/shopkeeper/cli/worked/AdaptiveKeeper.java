package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.drift.RetrainRule;
import io.shopkeeper.ml.drift.TasteShift;
import io.shopkeeper.ml.ease.Ease;
import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.DriftingShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Keeps the model of a shop fresh as the server does: looks for drift every evening, trains a
 * candidate where there is some, measures it beside the live version on the last day, which neither
 * has seen, and lets it serve where the gate says so. For one thread.
 */
final class AdaptiveKeeper {

  private static final int PLACES = 10;
  private static final int REFERENCE_DAYS = 7;
  private static final int RECENT_DAYS = 3;

  private final DriftingShop shop;
  private final RetrainRule rule;
  private final QualityGate gate;
  private final long seed;
  private Version live;
  private int versions;
  private int lastTraining;

  /**
   * A version.
   *
   * @param until the last day that it has seen
   */
  record Version(int number, int until, RankingModel model) {}

  /**
   * What an evening brought.
   *
   * @param verdict on the candidate that was trained; empty if none was
   */
  record Look(double shift, Optional<GateVerdict> verdict) {}

  AdaptiveKeeper(DriftingShop shop, RetrainRule rule, QualityGate gate, long seed) {
    this.shop = shop;
    this.rule = rule;
    this.gate = gate;
    this.seed = seed;
  }

  /** Trains the first version on all until now. */
  void begin() {
    live = new Version(++versions, shop.days(), train(shop.log(1, shop.days())));
    lastTraining = shop.days();
  }

  Version live() {
    return live;
  }

  /** Looks for drift, and trains where the rule says so. */
  Look look() {
    int today = shop.days();
    int from = Math.max(live.until() + 1, today - RECENT_DAYS + 1);
    Map<String, Long> before =
        visits(shop.log(Math.max(1, live.until() - REFERENCE_DAYS + 1), live.until()));
    Map<String, Long> now = visits(shop.log(from, today));
    if (now.isEmpty()) {
      return new Look(0, Optional.empty());
    }
    TasteShift shift = TasteShift.of(before, now, seed);
    boolean due = rule.due(shift, Optional.of(evening(lastTraining)), evening(today));
    if (!due) {
      return new Look(shift.shift(), Optional.empty());
    }
    lastTraining = today;
    return new Look(shift.shift(), Optional.of(offer(UnaryOperator.identity())));
  }

  private static Instant evening(int day) {
    return Instant.EPOCH.plus(Duration.ofDays(day));
  }

  private static Map<String, Long> visits(InteractionLog log) {
    Map<String, Long> visits = new HashMap<>();
    for (int item : log.item()) {
      visits.merge(Integer.toString(item), 1L, Long::sum);
    }
    return visits;
  }

  /** Offers one that learnt from visits whose items were shuffled: it cannot know anything. */
  GateVerdict offerShuffled() {
    return offer(this::shuffled);
  }

  private InteractionLog shuffled(InteractionLog log) {
    int[] items = log.item().clone();
    Shuffle.of(items, new SplittableRandom(seed));
    return new InteractionLog(log.users(), log.items(), log.user(), items, log.value(), log.time());
  }

  /**
   * Measures a candidate on today, which neither it nor the live version has seen; where that one
   * has, its settings stand there for it.
   */
  private GateVerdict offer(UnaryOperator<InteractionLog> lessons) {
    int today = shop.days();
    InteractionLog before = shop.log(1, today - 1);
    RankingModel opponent = live.until() < today ? live.model() : train(before);
    RankingModel evaluated = train(lessons.apply(before));
    GateVerdict verdict =
        gate.judge(PairedFigure.of(each(evaluated, today), each(opponent, today), seed));
    if (verdict.passes()) {
      live = new Version(++versions, today, train(lessons.apply(shop.log(1, today))));
    }
    return verdict;
  }

  private static RankingModel train(InteractionLog log) {
    var algorithm = new Ease();
    return algorithm.train(
        new RankingData(log, new Table(log.items(), List.of())),
        algorithm.presets().get("fading"),
        42,
        TrainingListener.SILENT);
  }

  /** NDCG@10 of each user of a day, foretold from the days before. */
  private double[] each(RankingModel model, int day) {
    History[] wanted = shop.log(day, day).histories();
    int[] users =
        Arrays.stream(wanted)
            .filter(history -> history.size() > 0)
            .mapToInt(History::user)
            .toArray();
    List<int[]> lists = lists(model, users, day - 1);
    return IntStream.range(0, users.length)
        .mapToDouble(
            i -> RankingMetrics.of(lists.get(i), set(wanted[users[i]].items()), PLACES).ndcg())
        .toArray();
  }

  private static Set<Integer> set(int[] items) {
    return new HashSet<>(Arrays.stream(items).boxed().toList());
  }

  /** The lists of a version, from what users did until a day. */
  List<int[]> lists(Version version, int[] users, int until) {
    return lists(version.model(), users, until);
  }

  private List<int[]> lists(RankingModel model, int[] users, int until) {
    History[] histories = shop.log(1, until).histories();
    return IntStream.of(users)
        .mapToObj(
            user -> {
              Set<Integer> met = set(histories[user].items());
              return model
                  .recommend(stranger(histories[user]), PLACES, item -> !met.contains(item))
                  .items();
            })
        .toList();
  }

  private static History stranger(History history) {
    return new History(History.STRANGER, history.items(), history.values(), history.times());
  }
}
