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

  /** What decides who is told of a case. */
  public record Rank(CasePriority priority, String queue) {}

  /**
   * Tells of a case, each target once: when it is opened, or when it becomes urgent enough or comes
   * to the target's queue later.
   *
   * @param before how it was ranked until now; null for a new case
   */
  public void tell(CaseRow row, Rank before, Instant now) {
    boolean any = false;
    for (StoredNoticeTarget target : store.targets()) {
      boolean told = before != null && target.wants(before.priority(), before.queue());
      if (!told
          && target.wants(row.priority(), row.queue())
          && (before == null || !store.isTold(target.id(), row.id()))) {
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
