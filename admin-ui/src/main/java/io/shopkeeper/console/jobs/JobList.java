package io.shopkeeper.console.jobs;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.platform.boundary.JobRow;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.PlatformLists;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** All work there was, to look back through. */
@RequestScoped
public class JobList implements LedgerSource<JobRow> {

  @Inject private PlatformLists lists;
  @Inject private JobLook look;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Formats formats;

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public String page() {
    return "job-history";
  }

  @Override
  public List<LedgerColumn<JobRow>> columns() {
    return List.of(
        LedgerColumn.of(
            "title",
            job ->
                LedgerCell.link(
                    words.job(job.kind(), job.title(), job.parameters()), "job?id=" + job.id())),
        LedgerColumn.<JobRow>of("kind", job -> LedgerCell.text(look.kind(job.kind()), job.kind()))
            .sortedBy("kind"),
        LedgerColumn.<JobRow>of(
                "state",
                job ->
                    LedgerCell.badge(
                        words.of("job", job.state()), look.tone(job.state()), job.state()))
            .sortedBy("state"),
        LedgerColumn.of("by", job -> LedgerCell.text(job.requestedBy())),
        LedgerColumn.<JobRow>of("created", job -> cells.time(job.createdAt())).sortedBy("created"),
        LedgerColumn.right(
            "took", job -> LedgerCell.text(formats.took(job.startedAt(), job.endedAt()))),
        LedgerColumn.<JobRow>of("error", job -> LedgerCell.text(job.error())).onDemand());
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.text("kind"),
        LedgerFilter.choice("state", JobState.values(), state -> words.of("job", state)),
        LedgerFilter.text("by"),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<JobRow> page(ListQuery query) {
    return lists.jobs(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.countJobs(query);
  }
}
