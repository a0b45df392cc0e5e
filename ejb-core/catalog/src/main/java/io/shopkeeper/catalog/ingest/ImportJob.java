package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports a file: first it is read to its end, so that a file in a wrong encoding or a broken
 * archive stores nothing; then chunk by chunk. Run again after a crash it goes on behind the last
 * chunk that was stored.
 */
final class ImportJob implements JobHandler {

  static final String KIND = "import";
  private static final int CHUNK = 500;

  private final ImportLedger ledger;
  private final RowCleaners cleaners;
  private final Clock clock;

  ImportJob(ImportLedger ledger, RowCleaners cleaners, Clock clock) {
    this.ledger = ledger;
    this.cleaners = cleaners;
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
    long id = Long.parseLong(job.parameters().get("importId"));
    ImportLedger.Plan plan = ledger.begin(id);
    try {
      if (plan.ended()) {
        Files.deleteIfExists(plan.file());
        return;
      }
      var reader =
          new RecordReader(
              plan.kind(), plan.mapping(), cleaners.open(plan.kind()), clock.instant());
      long rows = survey(plan, reader, job);
      store(id, plan, reader, rows, job);
      ledger.end(id, ImportState.DONE, null);
      Files.deleteIfExists(plan.file());
    } catch (FileUnreadableException unreadable) {
      ledger.end(id, ImportState.FAILED, unreadable.getMessage());
      throw new JobFailedException(unreadable.getMessage(), unreadable);
    } catch (IOException problem) {
      String message = "The file cannot be read: " + problem.getMessage();
      ledger.end(id, ImportState.FAILED, message);
      throw new JobFailedException(message, problem);
    } catch (JobCancelledException cancelled) {
      ledger.end(id, ImportState.CANCELLED, null);
      throw cancelled;
    }
  }

  private static long survey(ImportLedger.Plan plan, RecordReader reader, JobContext job)
      throws IOException, FileUnreadableException {
    job.progress(0, "checking the file");
    long rows = 0;
    try (RowSource source = RowSource.open(plan.file())) {
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent()) {
        reader.observe(row.get());
        row = source.next();
        rows++;
        if (rows % 10_000 == 0) {
          job.progress(0, "checking the file");
          job.stopIfCancelled();
        }
      }
    }
    job.log(rows + " rows found");
    return rows;
  }

  private void store(
      long id, ImportLedger.Plan plan, RecordReader reader, long rows, JobContext job)
      throws IOException, FileUnreadableException {
    try (RowSource source = RowSource.open(plan.file())) {
      boolean strict = source.header().isEmpty();
      reportColumns(source.header(), plan, job);
      var chunk = new ArrayList<ImportLedger.Entry>(CHUNK);
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent()) {
        RecordReader.Result result = reader.read(row.get(), strict);
        if (row.get().number() > plan.rowsDone()) {
          chunk.add(new ImportLedger.Entry(row.get(), result));
        }
        if (chunk.size() == CHUNK) {
          job.stopIfCancelled();
          ledger.store(id, chunk);
          chunk.clear();
          job.progress((double) row.get().number() / rows, plan.dryRun() ? "checking" : "storing");
        }
        row = source.next();
      }
      if (!chunk.isEmpty()) {
        ledger.store(id, chunk);
      }
    }
  }

  private static void reportColumns(List<String> header, ImportLedger.Plan plan, JobContext job) {
    if (!header.isEmpty()) {
      var fields = FieldNames.match(plan.kind(), header, plan.mapping());
      job.log("columns: " + fields);
      List<String> unused = header.stream().filter(column -> !fields.containsKey(column)).toList();
      if (!unused.isEmpty()) {
        job.log("columns not used: " + unused);
      }
    }
  }
}
