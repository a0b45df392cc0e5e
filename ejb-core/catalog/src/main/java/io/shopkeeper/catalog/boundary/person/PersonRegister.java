package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.person.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is who, and who allows personal use, as of one moment: in memory, for a walk through the
 * events of all. It holds an entry for each link and for each person who decided. Immutable.
 */
public final class PersonRegister {

  private static final PersonRegister EVERYBODY = new PersonRegister(Map.of(), Map.of(), true);

  private final Map<String, String> customerOf;
  private final Map<String, Boolean> allowed;
  private final boolean otherwise;

  private PersonRegister(
      Map<String, String> customerOf, Map<String, Boolean> allowed, boolean otherwise) {
    this.customerOf = customerOf;
    this.allowed = allowed;
    this.otherwise = otherwise;
  }

  /** Everybody allows it, and nobody is somebody else. */
  public static PersonRegister everybody() {
    return EVERYBODY;
  }

  /**
   * Of all links and decisions.
   *
   * @param links those that hold
   * @param decisions about personalisation, the oldest first
   * @param otherwise whether who decided nothing allows it
   */
  public static PersonRegister of(
      Collection<Identity> links, Collection<ConsentChange> decisions, boolean otherwise) {
    Map<String, String> customerOf = new HashMap<>();
    Map<String, Map<Subject, Instant>> circles = new HashMap<>();
    for (Identity link : links) {
      customerOf.put(link.visitorId(), link.customerId());
      circles
          .computeIfAbsent(Subject.customer(link.customerId()).key(), key -> new HashMap<>())
          .put(Subject.visitor(link.visitorId()), link.linkedAt());
    }
    Map<String, List<ConsentChange>> decided = new HashMap<>();
    for (ConsentChange decision : decisions) {
      decided
          .computeIfAbsent(key(decision.subject(), customerOf), key -> new ArrayList<>(1))
          .add(decision);
    }
    Map<String, Boolean> allowed = new HashMap<>();
    decided.forEach(
        (key, own) ->
            Standing.of(own, circles.getOrDefault(key, Map.of()))
                .ifPresent(standing -> allowed.put(key, standing.granted())));
    return new PersonRegister(customerOf, allowed, otherwise);
  }

  private static String key(Subject subject, Map<String, String> customerOf) {
    String customer =
        subject.kind() == Subject.Kind.CUSTOMER ? subject.id() : customerOf.get(subject.id());
    return customer == null ? subject.key() : Subject.customer(customer).key();
  }

  /**
   * Whose an event is, as one text for a customer or a visitor; empty where that person, or the
   * visitor with whom the customer came, does not allow to learn from it.
   */
  public Optional<String> learnsFrom(BehaviourEvent event) {
    return learnsFrom(event.customerId(), event.visitorId());
  }

  /**
   * The same of a customer, a visitor, or a customer who came as that visitor.
   *
   * @param customerId null where nobody was signed in; then there is a visitor
   * @param visitorId null if unknown
   */
  public Optional<String> learnsFrom(String customerId, String visitorId) {
    String visitor = visitorId == null ? null : key(Subject.visitor(visitorId));
    String person = customerId == null ? visitor : Subject.customer(customerId).key();
    return allows(person) && allowsBeside(visitor) ? Optional.of(person) : Optional.empty();
  }

  /** Whether somebody allows personal use; of a visitor who is a customer that customer counts. */
  public boolean allows(Subject subject) {
    return allows(key(subject));
  }

  private String key(Subject subject) {
    return key(subject, customerOf);
  }

  private boolean allows(String person) {
    return allowed.getOrDefault(person, otherwise);
  }

  /** A visitor who is somebody else does not count, nor one who decided nothing. */
  private boolean allowsBeside(String visitor) {
    return visitor == null || !visitor.startsWith("v:") || allowed.getOrDefault(visitor, true);
  }
}
