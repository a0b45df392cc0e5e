package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Which units are one person. */
final class Kin {

  private final Map<String, String> customers = new HashMap<>();
  private final Map<String, List<String>> visitors = new HashMap<>();

  /** By links that hold. */
  Kin(Collection<Identity> links) {
    for (Identity link : links) {
      if (customers.put(link.visitorId(), link.customerId()) == null) {
        visitors.computeIfAbsent(link.customerId(), key -> new ArrayList<>()).add(link.visitorId());
      }
    }
  }

  /**
   * Whose an act may be: the visitor's that it names, the customer's that it names or else that the
   * visitor is, and all visitors' that are this customer.
   */
  List<String> units(BehaviourEvent event) {
    SequencedSet<String> units = new LinkedHashSet<>();
    String visitor = event.visitorId();
    if (visitor != null) {
      units.add(Subject.visitor(visitor).key());
    }
    String customer = event.customerId() == null ? customers.get(visitor) : event.customerId();
    if (customer != null) {
      units.add(Subject.customer(customer).key());
      visitors
          .getOrDefault(customer, List.of())
          .forEach(one -> units.add(Subject.visitor(one).key()));
    }
    return List.copyOf(units);
  }
}
