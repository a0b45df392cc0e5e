package io.shopkeeper.recommendation.drift;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.experiment.ImpressionPages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which share of recommended lists was followed by a click on one of their products, its way into
 * the cart or its purchase, within an hour. At most {@value #MOST} lists of a time are looked at,
 * evenly spread over it, and none of who does not allow personal use.
 */
@Dependent
public class HitRates {

  static final int MOST = 20_000;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Set<EventType> ACTS =
      Set.of(EventType.CLICK, EventType.CART, EventType.PURCHASE);
  private static final int SLICES = 40;
  private static final String VISITOR = "v:";

  @Inject private ImpressionPages pages;
  @Inject private BehaviourEvents events;

  /**
   * Of what was shown in a time.
   *
   * @param until at least an hour ago, or the last lists look worse than they are
   */
  HitRate of(Instant from, Instant until, PersonRegister persons) {
    var rate = new HitRate();
    long begin = from.toEpochMilli();
    long length = Math.max(SLICES, until.toEpochMilli() - begin);
    for (int slice = 0; slice < SLICES; slice++) {
      count(
          pages.shown(
              begin + slice * length / SLICES,
              begin + (slice + 1) * length / SLICES,
              MOST / SLICES),
          persons,
          rate);
    }
    return rate;
  }

  private void count(List<ImpressionEntry> shown, PersonRegister persons, HitRate rate) {
    List<ImpressionEntry> allowed =
        shown.stream().filter(each -> learnsFrom(each.unit(), persons)).toList();
    if (allowed.isEmpty()) {
      return;
    }
    Map<String, List<BehaviourEvent>> acts =
        events
            .of(
                ids(allowed, true),
                ids(allowed, false),
                ACTS,
                Instant.ofEpochMilli(allowed.getFirst().at()),
                Instant.ofEpochMilli(allowed.getLast().at()).plus(WINDOW))
            .stream()
            .collect(Collectors.groupingBy(HitRates::unitOf));
    for (ImpressionEntry each : allowed) {
      rate.add(each.unit(), isHit(each, acts.getOrDefault(each.unit(), List.of())));
    }
  }

  private static boolean learnsFrom(String unit, PersonRegister persons) {
    String id = unit.substring(VISITOR.length());
    return unit.startsWith(VISITOR)
        ? persons.learnsFrom(null, id).isPresent()
        : persons.learnsFrom(id, null).isPresent();
  }

  /** Whether a listed product was taken up within the hour. */
  static boolean isHit(ImpressionEntry list, List<BehaviourEvent> acts) {
    Set<String> products = list.products().lines().collect(Collectors.toSet());
    return acts.stream()
        .anyMatch(
            act -> {
              long after = act.time().toEpochMilli() - list.at();
              return after >= 0 && after < WINDOW.toMillis() && products.contains(act.productId());
            });
  }

  private static List<String> ids(List<ImpressionEntry> lists, boolean visitors) {
    return lists.stream()
        .map(ImpressionEntry::unit)
        .filter(unit -> unit.startsWith(VISITOR) == visitors)
        .map(unit -> unit.substring(VISITOR.length()))
        .distinct()
        .toList();
  }

  private static String unitOf(BehaviourEvent event) {
    return event.visitorId() == null ? "c:" + event.customerId() : VISITOR + event.visitorId();
  }
}
