package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Goes through all to whom something was shown, some hundred at a time: memory does not grow with
 * what was shown.
 */
@Dependent
public class Audience {

  private static final int PAGE = 5_000;
  private static final int UNITS = 400;
  private static final int MOST_IDS = 1_000;

  @Inject private ImpressionPages pages;
  @Inject private BehaviourEvents events;
  @Inject private Products products;
  @Inject private Identities identities;

  /**
   * Hands them over.
   *
   * @param from acts since then, in it
   * @param until acts until then, in it
   */
  void forEach(Slice slice, Instant from, Instant until, Consumer<Group> visitor) {
    Map<String, List<Shown>> units = new LinkedHashMap<>();
    String unit = "";
    long id = 0;
    List<ImpressionEntry> page;
    do {
      page = pages.read(slice, unit, id, PAGE);
      for (ImpressionEntry each : page) {
        if (units.size() >= UNITS && !each.unit().equals(unit)) {
          visitor.accept(group(slice, units, from, until));
          units = new LinkedHashMap<>();
        }
        unit = each.unit();
        id = each.id();
        units.computeIfAbsent(unit, key -> new ArrayList<>()).add(Shown.of(each));
      }
    } while (page.size() == PAGE);
    if (!units.isEmpty()) {
      visitor.accept(group(slice, units, from, until));
    }
  }

  private Group group(Slice slice, Map<String, List<Shown>> shown, Instant from, Instant until) {
    Set<String> visitors = new HashSet<>();
    Set<String> customers = new HashSet<>();
    for (String key : shown.keySet()) {
      Subject subject = Subject.of(key);
      (subject.kind() == Subject.Kind.VISITOR ? visitors : customers).add(subject.id());
    }
    links(visitors, Set.of()).forEach(link -> customers.add(link.customerId()));
    List<Identity> links = new ArrayList<>(links(Set.of(), customers));
    links.forEach(link -> visitors.add(link.visitorId()));
    Collection<BehaviourEvent> done = done(visitors, customers, from, until);
    Set<String> named =
        done.stream()
            .map(BehaviourEvent::customerId)
            .filter(customer -> customer != null && !customers.contains(customer))
            .collect(Collectors.toSet());
    links.addAll(links(Set.of(), named));
    Kin kin = new Kin(links);
    Map<String, Worth> worths = worths(done);
    List<Group.Act> acts =
        done.stream()
            .map(
                event ->
                    new Group.Act(
                        event,
                        kin.units(event),
                        worths.getOrDefault(event.productId(), Worth.UNKNOWN)))
            .toList();
    return new Group(shown, beside(slice, shown.keySet(), acts), acts);
  }

  private List<Identity> links(Set<String> visitors, Set<String> customers) {
    List<Identity> links = new ArrayList<>();
    pieces(visitors).forEach(piece -> links.addAll(identities.among(piece, List.of())));
    pieces(customers).forEach(piece -> links.addAll(identities.among(List.of(), piece)));
    return links;
  }

  private Collection<BehaviourEvent> done(
      Set<String> visitors, Set<String> customers, Instant from, Instant until) {
    Map<String, BehaviourEvent> done = new LinkedHashMap<>();
    for (List<String> piece : pieces(visitors)) {
      events
          .of(piece, List.of(), Acts.TYPES, from, until)
          .forEach(event -> done.put(event.eventId(), event));
    }
    for (List<String> piece : pieces(customers)) {
      events
          .of(List.of(), piece, Acts.TYPES, from, until)
          .forEach(event -> done.put(event.eventId(), event));
    }
    return done.values();
  }

  private Map<String, List<Shown>> beside(Slice slice, Set<String> counted, List<Group.Act> acts) {
    Set<String> others =
        acts.stream()
            .flatMap(act -> act.units().stream())
            .filter(unit -> !counted.contains(unit))
            .collect(Collectors.toSet());
    Map<String, List<Shown>> beside = new HashMap<>();
    for (List<String> piece : pieces(others)) {
      for (ImpressionEntry each : pages.of(slice, piece)) {
        beside.computeIfAbsent(each.unit(), key -> new ArrayList<>()).add(Shown.of(each));
      }
    }
    return beside;
  }

  private Map<String, Worth> worths(Collection<BehaviourEvent> done) {
    Set<String> bought =
        done.stream()
            .filter(event -> event.type() == EventType.PURCHASE && event.productId() != null)
            .map(BehaviourEvent::productId)
            .collect(Collectors.toSet());
    Map<String, Worth> worths = new HashMap<>();
    for (List<String> piece : pieces(bought)) {
      products.findAll(piece).forEach((id, product) -> worths.put(id, Worth.of(product)));
    }
    return worths;
  }

  private static List<List<String>> pieces(Set<String> ids) {
    List<String> all = ids.stream().sorted().toList();
    List<List<String>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      pieces.add(all.subList(from, Math.min(all.size(), from + MOST_IDS)));
    }
    return pieces;
  }
}
