package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Writes and reads what was shown, each batch in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImpressionPages {

  @Inject private ImpressionStore store;

  /** Keeps a batch: all or nothing. */
  public void write(List<ImpressionEntry> batch) {
    store.add(batch);
  }

  /** As {@link ImpressionStore#page}. */
  public List<ImpressionEntry> read(Slice slice, String unit, long id, int most) {
    return store.page(slice, unit, id, most);
  }

  /** As {@link ImpressionStore#of}. */
  public List<ImpressionEntry> of(Slice slice, Collection<String> units) {
    return store.of(slice, units);
  }

  /** As {@link ImpressionStore#removeLoose}. */
  public int removeLoose(long before) {
    return store.removeLoose(before);
  }
}
