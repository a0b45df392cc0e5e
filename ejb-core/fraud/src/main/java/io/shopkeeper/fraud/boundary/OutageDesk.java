package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.outage.OutageKeeper;
import io.shopkeeper.fraud.outage.OutageLedger;
import io.shopkeeper.fraud.outage.PendingPayments;
import io.shopkeeper.fraud.outage.StorageWatch;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells what was missing when payments were judged. Answers while the database does not. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutageDesk {

  private static final int SHOWN = 50;

  @Inject private OutageKeeper keeper;
  @Inject private OutageLedger ledger;
  @Inject private PendingPayments pending;
  @Inject private StorageWatch storage;

  /** What is missing now, and what was. */
  public OutageReport report() {
    List<OutageView> now = keeper.running();
    Optional<List<OutageView>> past = storage.ask(() -> ledger.past(SHOWN));
    return new OutageReport(pending.size(), now, past.orElse(List.of()), past.isPresent());
  }
}
