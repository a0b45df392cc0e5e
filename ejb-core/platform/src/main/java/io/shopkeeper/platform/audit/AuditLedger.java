package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.AuditVerdict;
import io.shopkeeper.platform.entity.AuditHead;
import io.shopkeeper.platform.entity.AuditRecord;
import io.shopkeeper.platform.identity.Seal;
import java.time.Instant;
import java.util.List;

/**
 * Adds to the chain and checks it. The head row is locked while a record is added, so that records
 * of concurrent transactions follow each other without gap, on one server or several.
 */
public final class AuditLedger {

  private static final int PAGE = 500;

  private final AuditStore store;
  private final Seal seal;

  public AuditLedger(AuditStore store, Seal seal) {
    this.store = store;
    this.seal = seal;
  }

  /** Adds an act at the end. */
  public void add(Instant at, AuditAct act, AuditSource source, String address) {
    AuditHead head = store.lockHead();
    adopt(head);
    var entry = new AuditRecord(at, act, source, address);
    join(head, entry);
    store.add(entry);
  }

  /**
   * Takes the records in that are older than the chain. Only an empty chain does: later, a record
   * without a place is one that somebody put in.
   *
   * @return how many
   */
  public int adopt() {
    return adopt(store.lockHead());
  }

  private int adopt(AuditHead head) {
    if (head.number() > 0) {
      return 0;
    }
    int adopted = 0;
    List<AuditRecord> old = store.withoutPlace(PAGE);
    while (!old.isEmpty()) {
      for (AuditRecord entry : old) {
        join(head, entry);
        store.add(entry);
      }
      adopted += old.size();
      old = store.withoutPlace(PAGE);
    }
    return adopted;
  }

  /** Checks every record. */
  public AuditVerdict check(Instant now) {
    var check = new ChainCheck(now);
    boolean whole = true;
    List<AuditRecord> page = store.after(0, PAGE);
    while (whole && !page.isEmpty()) {
      for (AuditRecord entry : page) {
        whole = whole && check.next(entry.view());
      }
      page = whole ? store.after(check.records(), PAGE) : List.of();
    }
    // Held until here, so that no record is added between the last page and the look at the head.
    AuditHead head = store.lockHead();
    for (AuditRecord entry : store.after(check.records(), PAGE)) {
      whole = whole && check.next(entry.view());
    }
    check.end(head.number(), head.hash(), sealed(head));
    store.withoutPlace(1).forEach(entry -> check.foreign(entry.view()));
    return check.verdict();
  }

  private boolean sealed(AuditHead head) {
    return head.number() == 0
        || seal.stamp(stamped(head.number(), head.hash())).equals(head.seal());
  }

  private void join(AuditHead head, AuditRecord entry) {
    long number = head.number() + 1;
    entry.join(number, head.hash());
    AuditEntry unsealed = entry.view();
    String hash = AuditChain.hash(unsealed);
    entry.seal(hash);
    head.moveTo(number, hash, seal.stamp(stamped(number, hash)));
  }

  private static String stamped(long number, String hash) {
    return "audit " + number + " " + hash;
  }
}
