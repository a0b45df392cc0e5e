package io.shopkeeper.catalog.boundary.person;

import java.util.Collection;
import java.util.Set;

/**
 * Of these people something changed that {@link Histories} reads, beside new events. Observe it
 * with {@code during = AFTER_SUCCESS}.
 *
 * @param everybody whether of anybody something may have changed
 */
public record PeopleChanged(Set<Subject> subjects, boolean everybody) {

  public PeopleChanged {
    subjects = Set.copyOf(subjects);
  }

  /** Of these. */
  public static PeopleChanged of(Collection<Subject> subjects) {
    return new PeopleChanged(Set.copyOf(subjects), false);
  }

  /** Of anybody. */
  public static PeopleChanged all() {
    return new PeopleChanged(Set.of(), true);
  }
}
