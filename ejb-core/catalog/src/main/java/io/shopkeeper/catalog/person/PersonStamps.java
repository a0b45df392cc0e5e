package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventsAccepted;
import io.shopkeeper.catalog.boundary.person.Freshness;
import io.shopkeeper.catalog.boundary.person.PeopleChanged;
import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the changes of people, so that what was read of one can be kept until it changes: several
 * people share a counter, which makes somebody read again now and then for nothing, but never keeps
 * what is stale. A change of this server counts when its transaction has committed, one of another
 * server with the first question half a second later. While the database is away, what was read
 * goes on to hold. Safe for use by several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PersonStamps {

  private static final System.Logger LOG = System.getLogger(PersonStamps.class.getName());
  private static final int COUNTERS = 1 << 16;
  private static final Duration LOOKS_APART = Duration.ofMillis(500);

  /** How long a change may take from its time to its commit, and clocks may differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  @Inject private RecentChangeStore recent;
  @Inject private Clock clock;

  private final AtomicIntegerArray counters = new AtomicIntegerArray(COUNTERS);
  private final AtomicInteger everybody = new AtomicInteger();
  private final AtomicInteger links = new AtomicInteger();
  private final ReentrantLock looking = new ReentrantLock();
  private Map<String, Long> seen = Map.of();
  private long undone;
  private volatile Instant looked = Instant.EPOCH;

  @PostConstruct
  void begin() {
    looked = clock.instant().minus(LOOKS_APART);
    undone = -1;
  }

  /**
   * Changes of who is who; to be asked before the links of a person are read.
   *
   * @see #of
   */
  public int links() {
    return links.get() + everybody.get();
  }

  /**
   * To be asked before anything else of these people is read.
   *
   * @param linksBefore {@link #links} of before it was found out that these are one person
   */
  public Freshness of(Collection<Subject> subjects, int linksBefore) {
    int[] places = subjects.stream().mapToInt(subject -> place(subject.key())).toArray();
    int sum = sum(places);
    return links() == linksBefore ? () -> lookAround() && sum(places) == sum : () -> false;
  }

  private int sum(int[] places) {
    int sum = everybody.get();
    for (int place : places) {
      sum += counters.get(place);
    }
    return sum;
  }

  private static int place(String key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 16)) & (COUNTERS - 1);
  }

  private void count(String key) {
    counters.incrementAndGet(place(key));
  }

  /** Events count for whom they name. */
  public void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsAccepted news) {
    for (BehaviourEvent event : news.events()) {
      if (event.customerId() != null) {
        count(Subject.customer(event.customerId()).key());
      }
      if (event.visitorId() != null) {
        count(Subject.visitor(event.visitorId()).key());
      }
    }
  }

  /** What else counts. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged news) {
    links.incrementAndGet();
    if (news.everybody()) {
      everybody.incrementAndGet();
    }
    news.subjects().forEach(subject -> count(subject.key()));
  }

  private boolean lookAround() {
    Instant now = clock.instant();
    if (looked.plus(LOOKS_APART).isAfter(now) || !looking.tryLock()) {
      return true;
    }
    try {
      if (!looked.plus(LOOKS_APART).isAfter(now)) {
        take(recent.since(looked.minus(OVERLAP).toEpochMilli()));
        looked = now;
      }
    } catch (EJBException away) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-1011 what other servers changed cannot be read; what is known goes on to hold",
          away);
      looked = now;
    } finally {
      looking.unlock();
    }
    return true;
  }

  private void take(RecentChangeStore.Recent news) {
    boolean taken = undone >= 0 && news.undone() != undone;
    undone = news.undone();
    if (taken || news.many()) {
      links.incrementAndGet();
      everybody.incrementAndGet();
    }
    Map<String, Long> before = seen;
    seen = news.latest();
    seen.forEach(
        (key, at) -> {
          if (!at.equals(before.get(key))) {
            links.incrementAndGet();
            count(key);
          }
        });
  }
}
