package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.DataReadiness;
import io.shopkeeper.catalog.boundary.ImportDrafts;
import io.shopkeeper.catalog.boundary.ImportFinding;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.ModelReadiness;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What became of one import, part by part; live while it runs. */
@Named("importReport")
@RequestScoped
public class ImportPage {

  @Inject private Imports imports;
  @Inject private ImportDrafts drafts;
  @Inject private DataReadiness readiness;
  @Inject private Jobs jobs;
  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private long id;
  private ImportReport report;
  private List<ImportReport> parts = List.of();
  private JobView job;
  private List<ModelReadiness> models;

  @PostConstruct
  void begin() {
    id = asked.number("id").orElse(0L);
    report = imports.find(id).orElse(null);
    if (report != null) {
      parts = imports.parts(report.batchId());
      job = jobs.find(report.jobId()).orElse(null);
    }
  }

  /** Says so where there is no such import. */
  public void load() throws IOException {
    if (report == null) {
      NotFound.answer();
    }
  }

  /** Imports what was checked. */
  public String run() {
    me.require(Right.IMPORT_DATA);
    try {
      ImportReport started =
          drafts.start(getDraft(), imports.mapping(report.batchId()), false, me.getName());
      audit.record(me.getName(), "import", report.fileName(), "");
      return "/import?id=" + started.id() + "&faces-redirect=true";
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
      return null;
    }
  }

  /** Takes the import back. */
  public String undo() {
    me.require(Right.IMPORT_DATA);
    try {
      JobView undoing = imports.undo(report.batchId(), me.getName());
      return "/job?id=" + undoing.id() + "&faces-redirect=true";
    } catch (ConflictException conflict) {
      say.badText(conflict.getMessage());
      return null;
    }
  }

  public ImportReport getData() {
    return report;
  }

  /** The reports of all kinds that the file feeds. */
  public List<ImportReport> getParts() {
    return parts;
  }

  /** The job that does it; null if it is gone. */
  public JobView getJob() {
    return job;
  }

  public boolean isRunning() {
    return parts.stream()
        .anyMatch(
            part -> part.state() == ImportState.QUEUED || part.state() == ImportState.RUNNING);
  }

  /** How the whole stands: as the part that matters most. */
  public ImportState getState() {
    return parts.stream()
        .map(ImportReport::state)
        .filter(state -> state != ImportState.DONE)
        .findFirst()
        .orElse(ImportState.DONE);
  }

  /** What rules found in a part. */
  public List<ImportFinding> findings(long part) {
    return imports.findings(part);
  }

  /** The share of a part's rows that a finding is about. */
  public double share(ImportReport part, ImportFinding finding) {
    return part.rowsRead() == 0 ? 0 : (double) finding.rows() / part.rowsRead();
  }

  /** Rows that were set aside, over all parts. */
  public long getQuarantined() {
    return parts.stream().mapToLong(ImportReport::quarantined).sum();
  }

  /** Why it cannot be undone; empty where it can. */
  public String getObstacle() {
    return report == null ? "" : imports.undoObstacle(report.batchId()).orElse("");
  }

  /** Which models the shop's data can feed now. */
  public List<ModelReadiness> getModels() {
    if (models == null) {
      models = readiness.models();
    }
    return models;
  }

  /** The file that was checked and still waits; empty if it is gone. */
  public String getDraft() {
    return asked.text("draft").filter(drafts::exists).orElse("");
  }

  /** How long the whole took, or takes until now. */
  public Map.Entry<java.time.Instant, java.time.Instant> getSpan() {
    ImportReport last = parts.getLast();
    return last.endedAt() == null
        ? new java.util.AbstractMap.SimpleEntry<>(report.startedAt(), null)
        : Map.entry(report.startedAt(), last.endedAt());
  }

  public long getId() {
    return id;
  }
}
