package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.ingest.mapping.MappingJson;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores chunks of an import, each with its counts and its quarantine in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportLedger {

  @Inject private ImportStore imports;
  @Inject private QuarantineStore quarantine;
  @Inject private FindingStore findings;
  @Inject private RecordKeeper keeper;
  @Inject private Clock clock;

  /** A unit as it was read, and what it became. */
  public record Entry(Unit unit, RecordReader.Result result) {}

  /** What the job needs to know of a part. */
  public record Plan(
      long id,
      ImportKind kind,
      Path file,
      Map<String, String> columns,
      Optional<MappingTarget> target,
      boolean dryRun,
      long position,
      boolean ended) {}

  /**
   * The parts of an import in their order; those that were done before the crash that their job is
   * resumed from have ended.
   */
  public List<Plan> plans(long batchId) {
    List<ImportRun> parts = imports.batch(batchId);
    if (parts.isEmpty()) {
      throw new NotFoundException("import", Long.toString(batchId));
    }
    return parts.stream().map(ImportLedger::plan).toList();
  }

  private static Plan plan(ImportRun run) {
    return new Plan(
        run.id(),
        run.kind(),
        run.file(),
        run.mapping(),
        run.target().map(MappingJson::readTarget),
        run.dryRun(),
        run.position(),
        run.state() == ImportState.DONE);
  }

  /** Marks a part as running. */
  public void begin(long id) {
    require(id).start();
  }

  /** Notes what columns mean and how the file is encoded. */
  public void describe(long id, Optional<MappingTarget> target, String encoding) {
    require(id).describe(target.map(MappingJson::write).orElse(null), encoding);
  }

  /** Ends a part; the error is null unless it failed. */
  public void end(long id, ImportState outcome, String error) {
    require(id).end(outcome, error, clock.instant());
  }

  /** Notes how many rows were passed over. */
  public void leftOut(long id, long rows) {
    require(id).leaveOut(rows);
  }

  /** Stores a chunk, or nothing of it. */
  public void store(long id, List<Entry> entries) {
    ImportRun run = require(id);
    Instant now = clock.instant();
    var valid = new ArrayList<Entry>(entries.size());
    var tally = new ChunkTally();
    for (Entry entry : entries) {
      if (entry.result().errors().isEmpty()) {
        valid.add(entry);
      } else {
        setAside(run, entry.unit(), entry.result().errors(), now, tally);
      }
    }
    List<RowOutcome> outcomes = run.dryRun() ? pretend(valid) : put(run, records(valid));
    for (RowOutcome outcome : outcomes) {
      Entry entry = valid.get(outcome.row());
      if (outcome.status() == RowStatus.QUARANTINED) {
        setAside(run, entry.unit(), outcome.errors(), now, tally);
      } else {
        tally.stored(entry.unit(), outcome.status(), entry.result());
      }
    }
    run.add(tally.counts());
    tally.findings().forEach(found -> findings.add(id, found));
  }

  private List<RowOutcome> put(ImportRun run, List<Object> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    return keeper.put(run.kind(), records, run.id());
  }

  private void setAside(
      ImportRun run, Unit unit, List<FieldError> errors, Instant now, ChunkTally tally) {
    tally.setAside(unit, errors);
    if (!run.dryRun()) {
      quarantine.add(run.id(), run.kind(), unit, errors, now);
    }
  }

  private static List<RowOutcome> pretend(List<Entry> valid) {
    var outcomes = new ArrayList<RowOutcome>(valid.size());
    for (int row = 0; row < valid.size(); row++) {
      outcomes.add(new RowOutcome(row, RowStatus.ACCEPTED, null, List.of()));
    }
    return outcomes;
  }

  private static List<Object> records(List<Entry> entries) {
    return entries.stream().map(entry -> entry.result().record()).toList();
  }

  private ImportRun require(long id) {
    return imports.lock(id).orElseThrow(() -> new NotFoundException("import", Long.toString(id)));
  }
}
