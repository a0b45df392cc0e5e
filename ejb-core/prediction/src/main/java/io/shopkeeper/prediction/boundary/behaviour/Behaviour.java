package io.shopkeeper.prediction.boundary.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.ml.behaviour.ActFilter;
import io.shopkeeper.ml.behaviour.BasketRules;
import io.shopkeeper.ml.behaviour.Cohorts;
import io.shopkeeper.ml.behaviour.Funnel;
import io.shopkeeper.ml.behaviour.Paths;
import io.shopkeeper.ml.behaviour.RfmGrid;
import io.shopkeeper.ml.behaviour.RfmScores;
import io.shopkeeper.ml.behaviour.SessionFigures;
import io.shopkeeper.ml.behaviour.Sessions;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.behaviour.Extents;
import io.shopkeeper.prediction.behaviour.Filters;
import io.shopkeeper.prediction.behaviour.Kinds;
import io.shopkeeper.prediction.behaviour.LiveScan;
import io.shopkeeper.prediction.behaviour.ShopLog;
import io.shopkeeper.prediction.behaviour.ShopSnapshot;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts what people do. Each question is one walk through what is in memory. Ask {@link #reading}
 * first: while events are being read, the others say so with a {@link ConflictException}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Behaviour {

  /** Steps of a funnel at most. */
  public static final int MOST_STEPS = 6;

  /** How long a page may wait: it answers within a second, and shows progress otherwise. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Enough to read a small shop. */
  private static final Duration A_MOMENT = Duration.ofMillis(150);

  private static final int CENTS = 2;

  @Inject private ShopLog log;
  @Inject private Clock clock;

  /**
   * Whether the others can be asked; waits half a second for what came since, and a moment where
   * all has to be read.
   */
  public Reading reading() {
    return reading(log.isRead() ? PATIENCE : A_MOMENT);
  }

  /**
   * Whether the others can be asked, which then count what is known now.
   *
   * @param patience how long it is waited for
   */
  public Reading reading(Duration patience) {
    Optional<ShopSnapshot> now = log.current(patience);
    if (now.isPresent()) {
      ShopExtent extent = Extents.of(now.get(), clock.instant());
      return new Reading(Optional.of(extent), extent.acts(), extent.acts());
    }
    ShopLog.Progress progress = log.progress();
    return new Reading(Optional.empty(), progress.read(), progress.all());
  }

  private ShopSnapshot now() {
    return log.latest()
        .or(() -> log.current(PATIENCE))
        .orElseThrow(
            () ->
                new ConflictException(
                    "The shop's events are being read into memory; ask again in a few seconds."));
  }

  /**
   * How many get how far.
   *
   * @param steps two to six
   * @throws InvalidInputException at {@code /steps} for another number of them
   */
  public FunnelView funnel(BehaviourQuery query, List<EventType> steps, Within within) {
    if (steps.size() < 2 || steps.size() > MOST_STEPS) {
      throw InvalidInputException.of(
          "/steps", "must be 2 to %d steps, but are %d".formatted(MOST_STEPS, steps.size()));
    }
    ShopSnapshot now = now();
    ActFilter filter = Filters.of(now, query);
    byte[] kinds = new byte[steps.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = Kinds.of(steps.get(i));
    }
    long[] counts =
        within
            .window()
            .map(window -> Funnel.people(now.acts(), filter, kinds, window.toMillis()))
            .orElseGet(() -> Funnel.sessions(now.acts(), filter, kinds, Sessions.GAP));
    List<FunnelView.Step> counted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      counted.add(new FunnelView.Step(steps.get(i), counts[i]));
    }
    return new FunnelView(counted, within.window().isEmpty());
  }

  /**
   * The most frequent ways through sessions.
   *
   * @param steps 2 to 12: how many are looked at
   * @param most how many paths are wanted
   */
  public PathsView paths(BehaviourQuery query, int steps, int most) {
    ShopSnapshot now = now();
    Paths.Found found =
        Paths.of(
            now.acts(),
            Filters.of(now, query),
            Sessions.GAP,
            Math.clamp(steps, 2, Paths.MOST_STEPS),
            most);
    return new PathsView(
        found.all(),
        found.different(),
        found.paths().stream()
            .map(
                path ->
                    new PathsView.Path(
                        path.kinds().stream().map(Kinds::type).toList(),
                        path.more(),
                        path.sessions(),
                        (double) path.sessions() / found.all()))
            .toList());
  }

  /** What sessions are like. */
  public SessionsView sessions(BehaviourQuery query) {
    ShopSnapshot now = now();
    SessionFigures figures =
        SessionFigures.of(
            now.acts(), Filters.of(now, query), Sessions.GAP, Kinds.of(EventType.PURCHASE));
    List<SessionsView.Length> lengths = new ArrayList<>();
    List<Integer> begins = SessionFigures.LENGTHS;
    for (int i = 0; i < begins.size(); i++) {
      int end = i + 1 < begins.size() ? begins.get(i + 1) - 1 : 0;
      lengths.add(new SessionsView.Length(begins.get(i), end, figures.lengths().get(i)));
    }
    return new SessionsView(
        figures.sessions(),
        figures.people(),
        figures.acts(),
        figures.single(),
        figures.converted(),
        Duration.ofMillis(figures.medianMillis()),
        lengths,
        figures.hours());
  }

  /**
   * Who comes back. The period says of which months; a first purchase counts however early it was,
   * on the query's channel.
   */
  public CohortsView cohorts(BehaviourQuery query) {
    ShopSnapshot now = now();
    return new CohortsView(
        Cohorts.of(now.orders(), Filters.of(now, query)).cohorts().stream()
            .map(cohort -> new CohortsView.Cohort(cohort.month(), cohort.active()))
            .toList());
  }

  /** How lately, how often and for how much customers bought; purchases in the usual currency. */
  public RfmView rfm(BehaviourQuery query) {
    ShopSnapshot now = now();
    RfmGrid grid = RfmGrid.of(now.priced(), Filters.of(now, query));
    return new RfmView(
        grid.customers(),
        grid.cells().stream()
            .map(
                cell ->
                    new RfmView.Cell(
                        cell.recency(),
                        cell.frequency(),
                        cell.customers(),
                        cell.orders(),
                        BigDecimal.valueOf(cell.amount(), CENTS)))
            .toList(),
        grid.money());
  }

  /** The customers of a group of {@link #rfm}, who brought most first. */
  public List<RfmCustomer> rfmCustomers(BehaviourQuery query, RfmView.Group group) {
    ShopSnapshot now = now();
    RfmScores scores = RfmScores.of(now.priced(), Filters.of(now, query));
    List<RfmCustomer> customers = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      var customer =
          new RfmCustomer(
              now.ids()[scores.customers()[i]],
              scores.recency()[i],
              scores.frequency()[i],
              scores.money()[i],
              LocalDate.ofEpochDay(scores.last()[i]),
              scores.orders()[i],
              BigDecimal.valueOf(scores.amounts()[i], CENTS));
      if (customer.group() == group) {
        customers.add(customer);
      }
    }
    customers.sort(
        Comparator.comparing(RfmCustomer::amount).reversed().thenComparing(RfmCustomer::id));
    return customers;
  }

  /**
   * What is bought together.
   *
   * @param support the least share of orders with both, 0.0001 to 1; two orders at least
   * @param confidence the least confidence, 0 to 1
   */
  public BasketsView baskets(BehaviourQuery query, double support, double confidence) {
    if (!(support >= 0.0001 && support <= 1) || !(confidence >= 0 && confidence <= 1)) {
      throw InvalidInputException.of("/support", "must be from 0.0001 to 1");
    }
    ShopSnapshot now = now();
    BasketRules rules =
        BasketRules.of(
            now.orders(),
            Filters.of(now, query),
            support,
            confidence,
            BasketsView.MOST,
            Comparator.comparing((BasketRules.Rule rule) -> now.products().get(rule.left()))
                .thenComparing(rule -> now.products().get(rule.right())));
    return new BasketsView(
        rules.orders(),
        rules.found(),
        rules.rules().stream()
            .map(
                rule ->
                    new BasketsView.Rule(
                        now.products().get(rule.left()),
                        now.products().get(rule.right()),
                        rule.both(),
                        rule.support(),
                        rule.confidence(),
                        rule.lift()))
            .toList());
  }

  /** The last half hour, of the query's channel and segment. */
  public LiveView live(BehaviourQuery query) {
    ShopSnapshot now = now();
    return LiveScan.of(now, Filters.of(now, query), clock.instant());
  }
}
