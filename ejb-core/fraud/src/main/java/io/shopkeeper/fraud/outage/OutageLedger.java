package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.OutageView;
import io.shopkeeper.fraud.entity.StoredOutage;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Outages in the database. */
@Stateless
public class OutageLedger {

  @Inject private OutageStore store;

  /** Keeps them as they are now. */
  public void keep(List<OutageBook.Line> lines) {
    lines.forEach(line -> store.put(new StoredOutage(line.view(), line.last().toEpochMilli())));
  }

  /** Those that are over, the latest first. */
  public List<OutageView> past(int most) {
    return store.past(most).stream().map(StoredOutage::view).toList();
  }

  /** Ends those that a server that died left open. */
  public void endLeftOpen() {
    store.endLeftOpen();
  }
}
