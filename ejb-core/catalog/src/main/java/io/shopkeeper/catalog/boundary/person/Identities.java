package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.catalog.person.IdentityStore;
import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which visitors are which customers. A visitor is one browser, app or till; a customer has as many
 * as turned out to be theirs, and what was done in any of them is one taste. No event is changed by
 * that: without the link both are as they were.
 */
@Stateless
public class Identities {

  @Inject private IdentityStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Consents consents;
  @Inject private Event<PersonalUseEnded> ended;
  @Inject private Event<PeopleChanged> changed;

  /**
   * Notes that a visitor is a customer, such as after signing in. A visitor who was another
   * customer until now is this one from now on.
   *
   * @param source where that was found out, in the shop's words; null for nothing
   * @return whether that is news
   * @throws InvalidInputException if a value cannot be kept
   */
  public boolean link(String customerId, String visitorId, String source, Actor actor) {
    Subject.customer(customerId).check();
    Subject.visitor(visitorId).check();
    SourceText.check(source);
    Optional<Identity> before = store.find(visitorId);
    if (before.isPresent() && before.get().customerId().equals(customerId)) {
      return false;
    }
    Instant now = clock.instant();
    store.end(visitorId, actor.name(), now);
    boolean kept =
        store.add(
            new Identity(
                visitorId, customerId, now, actor.name(), actor.door(), source, null, null));
    before.ifPresent(link -> changed(link.customerId(), visitorId));
    changed(customerId, visitorId);
    record("identity.link", customerId, visitorId, actor);
    Subject customer = Subject.customer(customerId);
    if (!consents.of(customer).personalisation().granted()) {
      ended.fire(PersonalUseEnded.of(List.of(customer, Subject.visitor(visitorId))));
    }
    return kept;
  }

  /**
   * Separates a visitor from a customer again; both are as they were before.
   *
   * @return whether the two were one
   */
  public boolean unlink(String customerId, String visitorId, Actor actor) {
    boolean one =
        store.find(visitorId).filter(link -> link.customerId().equals(customerId)).isPresent();
    if (one) {
      store.end(visitorId, actor.name(), clock.instant());
      changed(customerId, visitorId);
      record("identity.unlink", customerId, visitorId, actor);
    }
    return one;
  }

  private void changed(String customerId, String visitorId) {
    changed.fire(
        PeopleChanged.of(List.of(Subject.customer(customerId), Subject.visitor(visitorId))));
  }

  private void record(String act, String customerId, String visitorId, Actor actor) {
    if (actor.door() == Door.CONSOLE) {
      audit.record(
          new AuditAct(
              actor.name(),
              act,
              Subject.customer(customerId).key(),
              Subject.visitor(visitorId).key()));
    }
  }

  /** The customer that a visitor is. */
  public Optional<String> customerOf(String visitorId) {
    return store.find(visitorId).map(Identity::customerId);
  }

  /** The visitors that are a customer now, the first to be known first. */
  public List<Identity> of(String customerId) {
    return store.of(customerId);
  }

  /**
   * The links that hold of any of these visitors and customers, each once, in no order.
   *
   * @param visitors 1000 at most
   * @param customers 1000 at most
   */
  public List<Identity> among(Collection<String> visitors, Collection<String> customers) {
    return store.among(visitors, customers);
  }

  /**
   * The last links of a customer, also those that ended, newest first.
   *
   * @param n 1 to 500
   */
  public List<Identity> history(String customerId, int n) {
    return store.history(customerId, Math.clamp(n, 1, 500));
  }

  /** All links that hold, for a walk through the events of all. */
  public List<Identity> all() {
    return List.copyOf(store.all().values());
  }
}
