package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
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

  private long id;
  private ImportReport report;
  private JobView job;

  /** Looks it up. */
  public void load() throws IOException {
    report = imports.find(id).orElse(null);
    if (report == null) {
      NotFound.answer();
      return;
    }
    job = jobs.find(report.jobId()).orElse(null);
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
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
