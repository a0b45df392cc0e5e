package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.drift.RetrainRule;
import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.worked.DriftingShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop whose tastes change on day {@value #CHANGE}: a model that is trained again where drift
 * says so and goes live where the gate lets it pass, beside the same model frozen, by the rule and
 * the gate that the server has. Every few days a candidate is planted that learnt from shuffled
 * visits.
 */
final class DriftCase implements WorkedCase {

  /** The morning of the change. */
  static final int CHANGE = 10;

  /** So many days after it the quality must be back. */
  static final int WITHIN = 7;

  /** Back is this part of what it was before, both as parts of what the truth reaches. */
  static final double BACK = 0.9;

  private static final int FIRST_TRAINING = 5;
  private static final int DAYS = 21;
  private static final int PLACES = 10;
  private static final int PLANTED_EVERY = 3;
  private static final RetrainRule RULE = new RetrainRule(0.1, 200, Duration.ofDays(1));
  private static final QualityGate GATE = new QualityGate(0.02);

  private final int users;
  private final int items;

  DriftCase() {
    this(1000, 300);
  }

  /** Of another size. */
  DriftCase(int users, int items) {
    this.users = users;
    this.items = items;
  }

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public Printed run(long seed) {
    var shop = new DriftingShop(users, items, CHANGE, seed);
    var keeper = new AdaptiveKeeper(shop, RULE, GATE, seed);
    List<DriftReport.Day> days = new ArrayList<>();
    AdaptiveKeeper.Version frozen = null;
    for (int day = 1; day <= DAYS; day++) {
      List<DriftingShop.Picks> picks = shop.pass(PLACES);
      if (day > FIRST_TRAINING) {
        days.add(measure(day, picks, keeper, frozen));
      }
      if (day == FIRST_TRAINING) {
        keeper.begin();
        frozen = keeper.live();
      } else if (day > FIRST_TRAINING) {
        evening(day, keeper, days);
      }
    }
    return new DriftReport(seed, users, items, RULE, GATE, List.copyOf(days));
  }

  private static DriftReport.Day measure(
      int day,
      List<DriftingShop.Picks> picks,
      AdaptiveKeeper keeper,
      AdaptiveKeeper.Version frozen) {
    int yesterday = day - 1;
    return new DriftReport.Day(
        day,
        ndcg(picks, picks.stream().map(DriftingShop.Picks::best).toList()),
        ndcg(picks, keeper.lists(frozen, users(picks), yesterday)),
        ndcg(picks, keeper.lists(keeper.live(), users(picks), yesterday)),
        keeper.live().number(),
        Double.NaN,
        null,
        null);
  }

  private static int[] users(List<DriftingShop.Picks> picks) {
    return picks.stream().mapToInt(DriftingShop.Picks::user).toArray();
  }

  /** Looks for drift, trains, and tries the gate with a planted candidate. */
  private static void evening(int day, AdaptiveKeeper keeper, List<DriftReport.Day> days) {
    AdaptiveKeeper.Look look = keeper.look();
    GateVerdict planted = day % PLANTED_EVERY == 0 ? keeper.offerShuffled() : null;
    days.set(
        days.size() - 1, days.getLast().with(look.shift(), look.verdict().orElse(null), planted));
  }

  private static double ndcg(List<DriftingShop.Picks> picks, List<int[]> lists) {
    double[] each = each(picks, lists);
    return PairedFigure.of(each, each, 0).candidate();
  }

  /** NDCG@10 of each list. */
  static double[] each(List<DriftingShop.Picks> picks, List<int[]> lists) {
    return IntStream.range(0, picks.size())
        .mapToDouble(
            i -> {
              Set<Integer> wanted =
                  Arrays.stream(picks.get(i).items()).boxed().collect(Collectors.toSet());
              return RankingMetrics.of(lists.get(i), wanted, PLACES).ndcg();
            })
        .toArray();
  }
}
