package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which decision holds for a customer and all visitors that are this customer, for one purpose.
 *
 * <p>What happened is gone through in the order of time. A decision of the customer, or of a
 * visitor that was this customer already, holds for all of them from then on. When a visitor turns
 * out to be the customer, the stricter of both decisions holds. Nothing is written for that, so
 * that without the link everything is as it was.
 */
public final class Standing {

  private ConsentChange group;
  private final Map<Subject, ConsentChange> apart = new HashMap<>();

  private Standing() {}

  /** Something that happened; of two at one time the decision comes first. */
  private record Happening(Instant at, ConsentChange decision, Subject linked) {}

  /**
   * What holds.
   *
   * @param decisions of the customer and the visitors, of one purpose, the oldest first
   * @param links the visitors that are the customer, and since when
   * @return empty where nobody decided anything
   */
  public static Optional<ConsentChange> of(
      Collection<ConsentChange> decisions, Map<Subject, Instant> links) {
    List<Happening> all = new ArrayList<>();
    decisions.forEach(decision -> all.add(new Happening(decision.at(), decision, null)));
    links.forEach((visitor, at) -> all.add(new Happening(at, null, visitor)));
    all.sort(
        Comparator.comparing(Happening::at)
            .thenComparing(happening -> happening.decision() == null));
    var standing = new Standing();
    Set<Subject> joined = new HashSet<>();
    for (Happening happening : all) {
      if (happening.decision() == null) {
        joined.add(happening.linked());
        standing.join(happening.linked());
      } else {
        standing.decide(happening.decision(), links, joined);
      }
    }
    return Optional.ofNullable(standing.group);
  }

  /**
   * What holds for a circle; a visitor beside it counts with what it decided itself, the stricter
   * of both holds.
   *
   * @param decisions of the circle's subjects, of one purpose, the oldest first
   */
  public static Optional<ConsentChange> of(List<ConsentChange> decisions, Circle circle) {
    Optional<Subject> aside = circle.aside().map(Subject::visitor);
    List<ConsentChange> inside =
        decisions.stream()
            .filter(decision -> !aside.equals(Optional.of(decision.subject())))
            .toList();
    ConsentChange beside =
        decisions.stream()
            .filter(decision -> aside.equals(Optional.of(decision.subject())))
            .reduce(null, (before, later) -> later);
    return Optional.ofNullable(stricter(of(inside, circle.links()).orElse(null), beside));
  }

  private void decide(ConsentChange decision, Map<Subject, Instant> links, Set<Subject> joined) {
    Subject who = decision.subject();
    if (links.containsKey(who) && !joined.contains(who)) {
      apart.put(who, decision);
    } else {
      group = decision;
    }
  }

  private void join(Subject visitor) {
    group = stricter(group, apart.remove(visitor));
  }

  /**
   * The stricter of two decisions, of which either may be missing: a refusal before an agreement,
   * else the later.
   */
  public static ConsentChange stricter(ConsentChange one, ConsentChange other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.granted() != other.granted()) {
      return one.granted() ? other : one;
    }
    return other.at().isBefore(one.at()) ? one : other;
  }
}
