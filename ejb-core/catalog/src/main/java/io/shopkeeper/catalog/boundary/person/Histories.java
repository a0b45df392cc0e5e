package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.person.ActStore;
import io.shopkeeper.catalog.person.Circle;
import io.shopkeeper.catalog.person.ConsentStore;
import io.shopkeeper.catalog.person.HandTally;
import io.shopkeeper.catalog.person.IdentityStore;
import io.shopkeeper.catalog.person.PersonStamps;
import io.shopkeeper.catalog.person.Standing;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What people did, as far as they let the shop use it. An event belongs to the customer that it
 * names, else to its visitor; a visitor who is a customer adds to what that customer did.
 */
@Stateless
public class Histories {

  private static final int MOST = 1000;

  @Inject private EventStore events;
  @Inject private ActStore acts;
  @Inject private ConsentStore consents;
  @Inject private IdentityStore identities;
  @Inject private PersonStamps stamps;
  @Inject private Settings settings;

  /**
   * Of a customer, a visitor or both, as of the last commit. Where they do not allow personal use,
   * nothing is read.
   *
   * @param customerId null where nobody is signed in
   * @param visitorId null if unknown
   * @param n how many events at most, 1 to 1000
   */
  public History of(String customerId, String visitorId, int n) {
    if (customerId == null && visitorId == null) {
      return History.UNKNOWN;
    }
    int links = stamps.links();
    Circle circle = Circle.around(customerId, visitorId, identities);
    boolean otherwise = PrivacySettings.granted(settings, Purpose.PERSONALISATION);
    Freshness freshness = freshness(stamps.of(circle.subjects(), links), otherwise);
    if (!allows(circle, otherwise)) {
      return History.refused(freshness);
    }
    int most = Math.clamp(n, 1, MOST);
    List<BehaviourEvent> recent = recent(circle, most);
    var tally = new HandTally();
    if (recent.size() < most) {
      recent.forEach(tally::add);
    } else {
      acts.events(circle, tally);
    }
    circle.customer().ifPresent(id -> acts.orders(id, tally));
    return new History(true, recent, tally.belongings(), freshness);
  }

  private Freshness freshness(Freshness person, boolean otherwise) {
    return () ->
        person.holds() && PrivacySettings.granted(settings, Purpose.PERSONALISATION) == otherwise;
  }

  private boolean allows(Circle circle, boolean otherwise) {
    List<ConsentChange> decisions = consents.of(circle.subjects(), Purpose.PERSONALISATION);
    return Standing.of(decisions, circle).map(ConsentChange::granted).orElse(otherwise);
  }

  private List<BehaviourEvent> recent(Circle circle, int most) {
    List<BehaviourEvent> all = new ArrayList<>();
    circle.customer().ifPresent(id -> all.addAll(events.recent(id, null, most)));
    circle.anonymous().forEach(id -> all.addAll(events.recentAnonymous(id, most)));
    return all.stream()
        .sorted(Comparator.comparing(BehaviourEvent::time).reversed())
        .limit(most)
        .toList();
  }

  /** Who is who and who allows personal use, for a walk through the events of all. */
  public PersonRegister register() {
    return register(Purpose.PERSONALISATION);
  }

  /** Who is who and who allows a use of what was done, for a walk through the events of all. */
  public PersonRegister register(Purpose purpose) {
    var decisions = new ArrayList<ConsentChange>();
    consents.forEach(purpose, decisions::add);
    return PersonRegister.of(
        identities.all().values(), decisions, PrivacySettings.granted(settings, purpose));
  }
}
