package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes and reads what was shown, each batch in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImpressionPages {

  @Inject private ImpressionStore store;
  @Inject private Consents consents;

  /**
   * Keeps a batch: all or nothing. What was shown to those who do not allow personal use any more
   * is left out.
   *
   * @return how many were kept
   */
  public int write(List<ImpressionEntry> batch) {
    Set<Subject> units =
        batch.stream().map(each -> Subject.of(each.unit())).collect(Collectors.toSet());
    Set<Subject> refusing = consents.refusing(units);
    List<ImpressionEntry> kept =
        batch.stream()
            .filter(each -> !refusing.contains(Subject.of(each.unit())))
            // In the order of the index by unit, so that neighbours are written together.
            .sorted(Comparator.comparing(ImpressionEntry::unit))
            .toList();
    store.add(kept);
    return kept.size();
  }

  /** As {@link ImpressionStore#remove}. */
  public int remove(Collection<String> units) {
    return store.remove(units);
  }

  /** As {@link ImpressionStore#page}. */
  public List<ImpressionEntry> read(Slice slice, String unit, long id, int most) {
    return store.page(slice, unit, id, most);
  }

  /** As {@link ImpressionStore#of}. */
  public List<ImpressionEntry> of(Slice slice, Collection<String> units) {
    return store.of(slice, units);
  }

  /** As {@link ImpressionStore#shown}. */
  public List<ImpressionEntry> shown(long from, long until, int most) {
    return store.shown(from, until, most);
  }

  /** As {@link ImpressionStore#removeLoose}. */
  public int removeLoose(long before) {
    return store.removeLoose(before);
  }
}
