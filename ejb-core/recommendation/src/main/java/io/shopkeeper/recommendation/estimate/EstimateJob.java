package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import io.shopkeeper.recommendation.pipeline.Exploration;
import io.shopkeeper.recommendation.serving.Answers;
import io.shopkeeper.recommendation.serving.PublishedRecipes;
import io.shopkeeper.recommendation.serving.ReadyRecipe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks another recipe for what was shown in the last days, some hundred visitors at a time. Of each
 * visitor the first list within some hours counts: what came after it was dealt by the same lots,
 * and what the visitor had done by then may tell how these fell.
 */
public final class EstimateJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "estimate-recipe";

  /** An act counts for so long after the list. */
  static final Duration WINDOW = Duration.ofDays(1);

  /** Beyond, only so many lists are looked at, those of visitors drawn by lot. */
  private static final int MOST_LISTS = 20_000;

  private static final int PAGE = 2_000;
  private static final int UNITS = 200;
  private static final String VISITOR = "v:";
  private static final String CUSTOMER = "c:";
  private static final int LOTS = 1_000_000;

  private final ImpressionLog log;
  private final EstimatePages pages;
  private final BehaviourEvents events;
  private final Answers answers;
  private final PublishedRecipes recipes;
  private final Supplier<Optional<Instant>> trained;
  private final Clock clock;

  /**
   * Over a shop.
   *
   * @param trained up to when the live model has learnt: what came of older lists it has seen
   */
  EstimateJob(
      ImpressionLog log,
      EstimatePages pages,
      BehaviourEvents events,
      Answers answers,
      PublishedRecipes recipes,
      Supplier<Optional<Instant>> trained,
      Clock clock) {
    this.log = log;
    this.pages = pages;
    this.events = events;
    this.answers = answers;
    this.recipes = recipes;
    this.trained = trained;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    EstimateOrder order = EstimateOrder.of(job.parameters(), job.requestedBy());
    ReadyRecipe recipe =
        recipes
            .version(order.placement(), order.version())
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "There is no version %d of the placement %s any more."
                            .formatted(order.version(), order.placement())));
    Instant now = clock.instant();
    Instant days = now.minus(Duration.ofDays(order.days()));
    Instant from = trained.get().filter(days::isBefore).orElse(days);
    if (from.isAfter(days)) {
      job.log(
          "only lists since %s: the live model has learnt from what came of older ones"
              .formatted(from));
    }
    log.flush();
    Weighing weighing = weigh(job, order, recipe, from, now);
    RecipeEstimate found = EstimateReader.read(order, from, now, weighing.result());
    pages.keep(found);
    job.log(
        "%,d lists of %,d visitors; %s"
            .formatted(
                found.lists(),
                found.visitors(),
                found.refusal() == null ? "told" : "cannot be told: " + found.refusal()));
  }

  private Weighing weigh(
      JobContext job, EstimateOrder order, ReadyRecipe recipe, Instant from, Instant now) {
    long expected = pages.count(order.placement(), from.toEpochMilli());
    double share = Math.min(1, (double) MOST_LISTS / Math.max(1, expected));
    var weighing = new Weighing();
    Map<String, NavigableMap<Long, LoggedList>> units = new LinkedHashMap<>();
    String unit = "";
    long id = 0;
    long read = 0;
    List<ImpressionEntry> page;
    do {
      page = pages.read(order.placement(), from.toEpochMilli(), unit, id, PAGE);
      for (ImpressionEntry each : page) {
        if (units.size() >= UNITS && !each.unit().equals(unit)) {
          job.stopIfCancelled();
          count(units, order, recipe, now, weighing);
          units.clear();
          job.progress(Math.min(0.99, read / (double) Math.max(1, expected)), "weighing lists");
        }
        unit = each.unit();
        id = each.id();
        read++;
        if (Math.floorMod(unit.hashCode(), LOTS) < share * LOTS) {
          take(units, each);
        }
      }
    } while (page.size() == PAGE);
    count(units, order, recipe, now, weighing);
    return weighing;
  }

  /** The first of each visitor in some hours. */
  private static void take(
      Map<String, NavigableMap<Long, LoggedList>> units, ImpressionEntry entry) {
    LoggedList.of(entry)
        .ifPresent(
            list ->
                units
                    .computeIfAbsent(list.unit(), added -> new TreeMap<>())
                    .merge(
                        Exploration.period(list.unit(), list.at()),
                        list,
                        (one, other) -> one.at() <= other.at() ? one : other));
  }

  private void count(
      Map<String, NavigableMap<Long, LoggedList>> units,
      EstimateOrder order,
      ReadyRecipe recipe,
      Instant now,
      Weighing weighing) {
    if (units.isEmpty()) {
      return;
    }
    Instant first =
        Instant.ofEpochMilli(
            units.values().stream()
                .mapToLong(lists -> lists.firstEntry().getValue().at())
                .min()
                .orElseThrow());
    Map<String, List<BehaviourEvent>> acts =
        events
            .of(
                idsOf(units, VISITOR),
                idsOf(units, CUSTOMER),
                Set.of(type(order.act())),
                first,
                now)
            .stream()
            .collect(Collectors.groupingBy(EstimateJob::unitOf));
    units.forEach(
        (unit, lists) -> {
          List<LoggedList> inOrder = List.copyOf(lists.values());
          List<Set<String>> acted = acted(inOrder, acts.getOrDefault(unit, List.of()));
          for (int i = 0; i < inOrder.size(); i++) {
            LoggedList list = inOrder.get(i);
            Set<String> done = acted.get(i);
            answers
                .replay(recipe, request(order, list), Instant.ofEpochMilli(list.at()))
                .ifPresent(wanted -> weighing.add(list, wanted, done));
          }
        });
  }

  /** For each list the products on which the visitor acted; an act counts for the last list. */
  static List<Set<String>> acted(List<LoggedList> inOrder, List<BehaviourEvent> acts) {
    List<Set<String>> acted = new ArrayList<>();
    inOrder.forEach(list -> acted.add(new HashSet<>()));
    for (BehaviourEvent act : acts) {
      long at = act.time().toEpochMilli();
      for (int i = inOrder.size() - 1; i >= 0; i--) {
        LoggedList list = inOrder.get(i);
        if (list.at() <= at && list.products().contains(act.productId())) {
          if (at - list.at() < WINDOW.toMillis()) {
            acted.get(i).add(act.productId());
          }
          break;
        }
      }
    }
    return acted;
  }

  private static RecommendationRequest request(EstimateOrder order, LoggedList list) {
    boolean visitor = list.unit().startsWith(VISITOR);
    String id = list.unit().substring(VISITOR.length());
    return new RecommendationRequest(
        visitor ? null : id,
        visitor ? id : null,
        list.session(),
        list.page(),
        order.placement(),
        list.products().size(),
        Set.of(),
        list.category(),
        Locale.ENGLISH);
  }

  private static EventType type(EstimatedAct act) {
    return switch (act) {
      case CLICK -> EventType.CLICK;
      case CART -> EventType.CART;
      case PURCHASE -> EventType.PURCHASE;
    };
  }

  private static String unitOf(BehaviourEvent event) {
    return event.visitorId() == null ? CUSTOMER + event.customerId() : VISITOR + event.visitorId();
  }

  private static List<String> idsOf(
      Map<String, NavigableMap<Long, LoggedList>> units, String kind) {
    return units.keySet().stream()
        .filter(unit -> unit.startsWith(kind))
        .map(unit -> unit.substring(kind.length()))
        .toList();
  }
}
