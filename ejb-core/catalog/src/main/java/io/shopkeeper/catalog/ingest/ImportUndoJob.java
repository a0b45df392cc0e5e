package io.shopkeeper.catalog.ingest;

import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobHandler;
import java.util.List;

/**
 * Takes an import back: what it made goes, what it changed is again as it was. What somebody
 * changed since stays as it is, and is counted. Run again after a crash it goes on.
 */
final class ImportUndoJob implements JobHandler {

  static final String KIND = "import-undo";

  private final ImportUndoLedger ledger;

  ImportUndoJob(ImportUndoLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public void run(JobContext job) {
    List<ImportUndoLedger.Part> parts =
        ledger.parts(Long.parseLong(job.parameters().get("importId")));
    for (int i = 0; i < parts.size(); i++) {
      undo(parts.get(i), i, parts.size(), job);
    }
  }

  private void undo(ImportUndoLedger.Part part, int place, int parts, JobContext job) {
    long restored = 0;
    long kept = 0;
    String after = "";
    boolean more = true;
    while (more) {
      job.stopIfCancelled();
      ImportUndoLedger.StepDone done = ledger.step(part, after);
      restored += done.restored();
      kept += done.kept();
      more = done.last().isPresent();
      after = done.last().orElse("");
      double fraction = part.records() == 0 ? 0 : Math.min(1, (double) restored / part.records());
      job.progress((place + fraction) / parts, "taking back " + part.kind().code());
    }
    ledger.end(part);
    job.log("%s: %d records taken back".formatted(part.kind().code(), restored));
    if (kept > 0) {
      job.log("%s: %d records were changed since and stay".formatted(part.kind().code(), kept));
    }
  }
}
