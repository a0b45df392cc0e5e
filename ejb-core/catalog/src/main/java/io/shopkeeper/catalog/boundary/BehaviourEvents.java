package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.event.EventPages;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.ingest.EventJson;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What visitors do: the stream that everything learns from. */
@Stateless
public class BehaviourEvents {

  private static final int PAGE = 5000;

  @Inject private EventStore store;
  @Inject private EventPages pages;
  @Inject private QuarantineStore quarantine;
  @Inject private Clock clock;
  @Inject private Event<EventsAccepted> accepted;

  /**
   * Takes events in. When this returns and its transaction has committed, they are on disk; an
   * event whose id was stored before is a duplicate and changes nothing; what cannot be stored is
   * quarantined.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> accept(List<BehaviourEvent> batch) {
    List<RowOutcome> outcomes = store(batch);
    for (RowOutcome outcome : outcomes) {
      if (outcome.status() == RowStatus.QUARANTINED) {
        quarantine.add(
            null,
            ImportKind.EVENTS,
            outcome.row() + 1L,
            EventJson.write(batch.get(outcome.row())),
            outcome.errors(),
            clock.instant());
      }
    }
    return outcomes;
  }

  /**
   * As {@link #accept}, but the caller looks after rows that cannot be stored.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> store(List<BehaviourEvent> batch) {
    return store(batch, null);
  }

  /**
   * As {@link #store(List)}, for an import.
   *
   * @param importId the import, so that it can be undone; null for none
   */
  public List<RowOutcome> store(List<BehaviourEvent> batch, Long importId) {
    Instant now = clock.instant();
    var outcomes = new RowOutcome[batch.size()];
    var valid = new ArrayList<BehaviourEvent>(batch.size());
    var places = new ArrayList<Integer>(batch.size());
    for (int row = 0; row < outcomes.length; row++) {
      BehaviourEvent event = batch.get(row);
      List<FieldError> errors = RecordCheck.check(event, now);
      if (errors.isEmpty()) {
        valid.add(event);
        places.add(row);
      } else {
        outcomes[row] = new RowOutcome(row, RowStatus.QUARANTINED, event.eventId(), errors);
      }
    }
    boolean[] added = valid.isEmpty() ? new boolean[0] : store.add(valid, importId, now);
    var fresh = new ArrayList<BehaviourEvent>(valid.size());
    for (int i = 0; i < added.length; i++) {
      RowStatus status = added[i] ? RowStatus.ACCEPTED : RowStatus.DUPLICATE;
      outcomes[places.get(i)] =
          new RowOutcome(places.get(i), status, valid.get(i).eventId(), List.of());
      if (added[i]) {
        fresh.add(valid.get(i));
      }
    }
    if (!fresh.isEmpty()) {
      accepted.fire(new EventsAccepted(List.copyOf(fresh)));
    }
    return List.of(outcomes);
  }

  /**
   * The last events of a customer, a visitor or both, newest first.
   *
   * @param customerId null if unknown
   * @param visitorId null if unknown
   */
  public List<BehaviourEvent> recentOf(String customerId, String visitorId, int n) {
    return store.recent(customerId, visitorId, Math.clamp(n, 1, 1000));
  }

  /**
   * The events of some visitors and some customers, in no order; each event once.
   *
   * @param visitors whose events, also where they name a customer; 1000 at most
   * @param customers whose events, also where they name a visitor; 1000 at most
   * @param from inclusive
   * @param until inclusive
   */
  public List<BehaviourEvent> of(
      Collection<String> visitors,
      Collection<String> customers,
      Set<EventType> types,
      Instant from,
      Instant until) {
    return store.of(visitors, customers, types, from.toEpochMilli(), until.toEpochMilli());
  }

  /**
   * The events with some products, in no order.
   *
   * @param products 1000 at most
   * @param from inclusive
   * @param until inclusive
   */
  public List<BehaviourEvent> ofProducts(
      Collection<String> products, Set<EventType> types, Instant from, Instant until) {
    return store.ofProducts(products, types, from.toEpochMilli(), until.toEpochMilli());
  }

  /**
   * Hands over all events of a time, in its order.
   *
   * @param from inclusive
   * @param until exclusive
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forEach(Instant from, Instant until, Consumer<BehaviourEvent> visitor) {
    long after = from.toEpochMilli();
    String afterId = "";
    List<BehaviourEvent> page;
    do {
      page = pages.page(from.toEpochMilli(), until.toEpochMilli(), after, afterId, PAGE);
      page.forEach(visitor);
      if (!page.isEmpty()) {
        after = page.getLast().time().toEpochMilli();
        afterId = page.getLast().eventId();
      }
    } while (page.size() == PAGE);
  }

  /** Events of each type on each of the last days, UTC; days without any are missing. */
  public Map<LocalDate, Map<EventType, Long>> daily(int days) {
    Instant since = clock.instant().minus(Duration.ofDays(days));
    var counts = new TreeMap<LocalDate, Map<EventType, Long>>();
    for (EventStore.DayCount count : store.daily(since.toEpochMilli())) {
      counts
          .computeIfAbsent(
              LocalDate.ofEpochDay(count.epochDay()), day -> new EnumMap<>(EventType.class))
          .put(count.type(), count.count());
    }
    return counts;
  }

  /** What was done with each product on each of the last days. */
  public List<ProductActivity> activity(int days) {
    return store.activity(clock.instant().minus(Duration.ofDays(days)).toEpochMilli());
  }

  /**
   * How many different people turned to each product in a time: saw, wanted, bought or rated it.
   * Products of nobody are missing, and so is who does not allow personal use.
   *
   * @param from inclusive
   * @param until exclusive
   * @param persons who is who, and who allows it
   */
  public Map<String, Long> visitors(Instant from, Instant until, PersonRegister persons) {
    return store.visitors(from.toEpochMilli(), until.toEpochMilli(), persons);
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }
}
