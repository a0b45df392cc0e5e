package io.shopkeeper.fraud.notice;

import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.entity.StoredNotice;
import io.shopkeeper.fraud.entity.StoredNoticeTarget;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** Stores messages within the transaction that opens a case: both happen, or neither. */
@Dependent
public class NoticeOutbox {

  @Inject private NoticeStore store;
  @Inject private Event<NoticesQueued> queued;

  /**
   * Tells of a case, each target once: when it is opened, or when it becomes urgent enough later.
   *
   * @param before its priority until now; null for a new case
   */
  public void tell(CaseRow row, CasePriority before, Instant now) {
    boolean any = false;
    for (StoredNoticeTarget target : store.targets()) {
      boolean told = before != null && target.wants(before, row.queue());
      if (!told && target.wants(row.priority(), row.queue())) {
        store.add(
            new StoredNotice(target.id(), row.id(), NoticeBody.of(row, before == null, now), now));
        any = true;
      }
    }
    if (any) {
      queued.fire(new NoticesQueued());
    }
  }
}
