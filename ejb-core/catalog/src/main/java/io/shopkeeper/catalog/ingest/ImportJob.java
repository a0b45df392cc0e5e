package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.ShopFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/**
 * Imports a file, part by part: first it is read to its end, so that one that breaks off or is in a
 * wrong encoding stores nothing; then chunk by chunk. Run again after a crash it goes on behind the
 * last chunk that was stored.
 */
final class ImportJob implements JobHandler {

  static final String KIND = "import";

  private final ImportLedger ledger;
  private final RowCleaners cleaners;
  private final ShopFiles files;
  private final Clock clock;

  ImportJob(ImportLedger ledger, RowCleaners cleaners, ShopFiles files, Clock clock) {
    this.ledger = ledger;
    this.cleaners = cleaners;
    this.files = files;
    this.clock = clock;
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
  public void run(JobContext job) throws JobFailedException {
    List<ImportLedger.Plan> plans = ledger.plans(Long.parseLong(job.parameters().get("importId")));
    try {
      for (int i = 0; i < plans.size(); i++) {
        if (!plans.get(i).ended()) {
          part(plans.get(i), new PartProgress(job, i, plans.size()));
        }
      }
      Files.deleteIfExists(plans.getFirst().file());
    } catch (FileUnreadableException unreadable) {
      endRest(plans, ImportState.FAILED, unreadable.getMessage());
      throw new JobFailedException(unreadable.getMessage(), unreadable);
    } catch (IOException problem) {
      String message = "The file cannot be read: " + problem.getMessage();
      endRest(plans, ImportState.FAILED, message);
      throw new JobFailedException(message, problem);
    } catch (JobCancelledException cancelled) {
      endRest(plans, ImportState.CANCELLED, null);
      throw cancelled;
    }
  }

  private void part(ImportLedger.Plan plan, PartProgress progress)
      throws IOException, FileUnreadableException {
    ledger.begin(plan.id());
    var reader =
        new RecordReader(
            plan.kind(), cleaners.openImport(plan.kind(), plan.dryRun()), clock.instant());
    try (UnitReading reading = open(plan)) {
      ledger.describe(plan.id(), reading.target(), reading.encoding());
      progress.columns(reading, plan.kind());
      new PartImport(ledger, plan, reading, reader, progress).run();
    }
    ledger.end(plan.id(), ImportState.DONE, null);
  }

  private UnitReading open(ImportLedger.Plan plan) throws IOException, FileUnreadableException {
    return plan.kind() == ImportKind.IMAGES
        ? new ImageReading(
            plan.file(),
            plan.dryRun() ? java.util.Optional.empty() : java.util.Optional.of(files.media()))
        : TextReading.of(plan.file(), plan.kind(), plan.target(), plan.columns());
  }

  private void endRest(List<ImportLedger.Plan> plans, ImportState outcome, String error) {
    ledger.plans(plans.getFirst().id()).stream()
        .filter(plan -> !plan.ended())
        .forEach(plan -> ledger.end(plan.id(), outcome, error));
  }
}
