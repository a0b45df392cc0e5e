package io.shopkeeper.console.settings;

import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.PlatformLists;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What people and keys did. */
@RequestScoped
public class AuditList implements LedgerSource<AuditEntry> {

  @Inject private PlatformLists lists;
  @Inject private Cells cells;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Right right() {
    return Right.SEE_AUDIT;
  }

  @Override
  public List<LedgerColumn<AuditEntry>> columns() {
    return List.of(
        LedgerColumn.<AuditEntry>of("time", entry -> cells.time(entry.at())).sortedBy("time"),
        LedgerColumn.<AuditEntry>of("actor", entry -> LedgerCell.text(entry.actor()))
            .sortedBy("actor"),
        LedgerColumn.<AuditEntry>of("act", entry -> LedgerCell.code(entry.act())).sortedBy("act"),
        LedgerColumn.of("subject", entry -> LedgerCell.text(entry.subject())),
        LedgerColumn.of("detail", entry -> LedgerCell.text(entry.detail())));
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.text("actor"),
        LedgerFilter.text("act"),
        LedgerFilter.search("subject"),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<AuditEntry> page(ListQuery query) {
    return lists.audit(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.countAudit(query);
  }
}
