package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of one import; live while it runs. */
@Named("importReport")
@RequestScoped
public class ImportPage {

  @Inject private Imports imports;
  @Inject private Jobs jobs;
  @Inject private Asked asked;

  private long id;
  private ImportReport report;
  private JobView job;

  @PostConstruct
  void begin() {
    id = asked.number("id").orElse(0L);
    report = imports.find(id).orElse(null);
    job = report == null ? null : jobs.find(report.jobId()).orElse(null);
  }

  /** Says so where there is no such import. */
  public void load() throws IOException {
    if (report == null) {
      NotFound.answer();
    }
  }

  public ImportReport getData() {
    return report;
  }

  /** The job that does it; null if it is gone. */
  public JobView getJob() {
    return job;
  }

  public boolean isRunning() {
    return report != null
        && (report.state() == ImportState.QUEUED || report.state() == ImportState.RUNNING);
  }

  /** Why rows were set aside or doubted, the most frequent first. */
  public List<Map.Entry<String, Long>> getReasons() {
    return report == null
        ? List.of()
        : report.reasons().entrySet().stream()
            .map(reason -> Map.entry(reason.getKey().replaceFirst("^/ ?", ""), reason.getValue()))
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
  }

  public long getId() {
    return id;
  }
}
