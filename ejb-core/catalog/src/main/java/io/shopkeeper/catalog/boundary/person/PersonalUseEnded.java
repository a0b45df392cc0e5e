package io.shopkeeper.catalog.boundary.person;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Somebody refuses personal use from now on, or was removed. Fired within the transaction: what is
 * kept of these is to go with it; what is only in memory goes {@code AFTER_SUCCESS}.
 *
 * @param subjects all that are the person, a customer and visitors
 * @param erased whether the customer was removed, not only refuses
 */
public record PersonalUseEnded(Set<Subject> subjects, boolean erased) {

  public PersonalUseEnded {
    subjects = Set.copyOf(subjects);
  }

  /** A person refuses. */
  public static PersonalUseEnded of(Collection<Subject> subjects) {
    return new PersonalUseEnded(new TreeSet<>(subjects), false);
  }

  /** A customer was removed. */
  public static PersonalUseEnded erased(Collection<Subject> subjects) {
    return new PersonalUseEnded(new TreeSet<>(subjects), true);
  }

  /** As texts, {@code c:ID} or {@code v:ID}. */
  public Set<String> keys() {
    return subjects.stream().map(Subject::key).collect(Collectors.toUnmodifiableSet());
  }
}
