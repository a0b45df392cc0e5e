package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.audit.AuditStore;
import io.shopkeeper.platform.entity.AuditRecord;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What administrators did. Recorded in the act's own transaction: both happen, or neither. */
@Stateless
public class AuditTrail {

  private static final int LONGEST_DETAIL = 4000;
  private static final int LONGEST_SUBJECT = 300;

  @Inject private AuditStore store;
  @Inject private Clock clock;

  /**
   * Records an act.
   *
   * @param actor who, such as a username or the name of a key
   * @param act what, such as {@code model.promote}
   * @param subject to what, such as {@code recommendation v3}
   * @param detail before, after, reason; cut after 4,000 characters
   */
  public void record(String actor, String act, String subject, String detail) {
    store.add(
        new AuditRecord(
            clock.instant(),
            actor,
            act,
            cut(subject, LONGEST_SUBJECT),
            cut(detail == null ? "" : detail, LONGEST_DETAIL)));
  }

  /** The last acts, newest first. */
  public List<AuditEntry> recent(int n) {
    return store.newest(n).stream().map(AuditRecord::view).toList();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
