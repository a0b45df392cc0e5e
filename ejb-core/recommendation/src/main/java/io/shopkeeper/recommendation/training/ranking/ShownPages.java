package io.shopkeeper.recommendation.training.ranking;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what was shown, each page in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ShownPages {

  @Inject private ShownStore store;

  /** As {@link ShownStore#page}. */
  public List<ShownList> page(long before, long id, int most) {
    return store.page(before, id, most);
  }

  /** As {@link ShownStore#count}. */
  public long count() {
    return store.count();
  }
}
