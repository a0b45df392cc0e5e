package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who is one person, as far as the shop knows.
 *
 * @param customer empty for a visitor who is no customer
 * @param visitors the visitors that are the customer, and since when; else the visitor alone
 * @param aside a visitor who came with the customer, but is not known to be the customer
 * @param asideIsAnother whether that visitor is known to be another customer, so that what was done
 *     there does not count here
 */
public record Circle(
    Optional<String> customer,
    Map<String, Instant> visitors,
    Optional<String> aside,
    boolean asideIsAnother) {

  /**
   * Around a customer, a visitor or both.
   *
   * @param customerId null where nobody is signed in
   * @param visitorId null if unknown
   */
  public static Circle around(String customerId, String visitorId, IdentityStore store) {
    Optional<Identity> link = visitorId == null ? Optional.empty() : store.find(visitorId);
    String customer = customerId != null ? customerId : link.map(Identity::customerId).orElse(null);
    if (customer == null) {
      return new Circle(
          Optional.empty(),
          visitorId == null ? Map.of() : Map.of(visitorId, Instant.EPOCH),
          Optional.empty(),
          false);
    }
    Map<String, Instant> visitors = new LinkedHashMap<>();
    store.of(customer).forEach(known -> visitors.put(known.visitorId(), known.linkedAt()));
    boolean apart = visitorId != null && !visitors.containsKey(visitorId);
    return new Circle(
        Optional.of(customer),
        visitors,
        apart ? Optional.of(visitorId) : Optional.empty(),
        link.isPresent());
  }

  /** All of them. */
  public List<Subject> subjects() {
    List<Subject> all = new ArrayList<>();
    customer.map(Subject::customer).ifPresent(all::add);
    visitors.keySet().forEach(visitor -> all.add(Subject.visitor(visitor)));
    aside.map(Subject::visitor).ifPresent(all::add);
    return all;
  }

  /** The visitors whose events, as far as they name no customer, are this person's. */
  public List<String> anonymous() {
    List<String> all = new ArrayList<>(visitors.keySet());
    if (!asideIsAnother) {
      aside.ifPresent(all::add);
    }
    return all;
  }

  /** The visitors that turned out to be the customer, and when. */
  public Map<Subject, Instant> links() {
    Map<Subject, Instant> links = new LinkedHashMap<>();
    if (customer.isPresent()) {
      visitors.forEach((visitor, since) -> links.put(Subject.visitor(visitor), since));
    }
    return links;
  }
}
