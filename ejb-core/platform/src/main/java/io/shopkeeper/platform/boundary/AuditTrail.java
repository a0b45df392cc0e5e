package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.audit.AuditLedger;
import io.shopkeeper.platform.audit.AuditStore;
import io.shopkeeper.platform.entity.AuditRecord;
import io.shopkeeper.platform.identity.Seal;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * What people and keys did. Recorded in the act's own transaction: both happen, or neither. Records
 * form a chain, so that a change, a removal or an insertion is found by {@link #verify()}.
 */
@Stateless
public class AuditTrail {

  @Inject private AuditStore store;
  @Inject private Seal seal;
  @Inject private RequestSource request;
  @Inject private Clock clock;

  /**
   * Records an act that changes no value.
   *
   * @param actor who, such as a username or the name of a key
   * @param act what, such as {@code model.promote}
   * @param subject to what, such as {@code recommendation v3}
   * @param detail reason and circumstances; cut after 4,000 characters
   */
  public void record(String actor, String act, String subject, String detail) {
    record(new AuditAct(actor, act, subject, detail));
  }

  /** Records an act, and through which door and from which address it came. */
  public void record(AuditAct act) {
    ledger().add(clock.instant(), act, source(), address());
  }

  /** The acts that match, newest first. */
  public List<AuditEntry> find(AuditQuery query) {
    return store.find(query).stream().map(AuditRecord::view).toList();
  }

  /** Checks every record; takes a while where there are many. */
  public AuditVerdict verify() {
    return ledger().check(clock.instant());
  }

  /** Takes the records in that are older than the chain; see {@link AuditLedger#adopt}. */
  public int adopt() {
    return ledger().adopt();
  }

  private AuditLedger ledger() {
    return new AuditLedger(store, seal);
  }

  private AuditSource source() {
    try {
      return request.source();
    } catch (ContextNotActiveException noRequest) {
      return AuditSource.SERVER;
    }
  }

  private String address() {
    try {
      return request.address();
    } catch (ContextNotActiveException noRequest) {
      return "";
    }
  }
}
