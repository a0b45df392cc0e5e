package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import io.shopkeeper.platform.lists.PlatformListStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Jobs and acts as long lists, newest first. */
@Stateless
public class PlatformLists {

  @Inject private PlatformListStore store;

  /**
   * Work, without logs. Sorted by {@code created, kind} or {@code state}; filtered by {@code kind,
   * state, by} and {@code day}.
   */
  public ListPage<JobRow> jobs(ListQuery query) {
    return store.page(PlatformListStore.JOBS, query);
  }

  /** How many jobs fit. */
  public RowCount countJobs(ListQuery query) {
    return store.count(PlatformListStore.JOBS, query);
  }

  /**
   * What people and keys did. Sorted by {@code time, actor} or {@code act}; filtered by {@code
   * actor, act, subject} (contains) and {@code day}.
   */
  public ListPage<AuditEntry> audit(ListQuery query) {
    return store.page(PlatformListStore.AUDIT, query);
  }

  /** How many acts fit. */
  public RowCount countAudit(ListQuery query) {
    return store.count(PlatformListStore.AUDIT, query);
  }
}
