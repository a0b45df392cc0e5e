package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.JsonColumn;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.ingest.ChangeStore;
import io.shopkeeper.catalog.ingest.DraftLook;
import io.shopkeeper.catalog.ingest.FindingStore;
import io.shopkeeper.catalog.ingest.ImportStore;
import io.shopkeeper.catalog.ingest.ImportUndoRules;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.ingest.RowMender;
import io.shopkeeper.catalog.ingest.mapping.MappingJson;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Imports of files, and the rows that could not be imported. */
@Stateless
public class Imports {

  private static final int LONGEST_MAPPING = 20_000;
  private static final int LONGEST_NAME = 300;

  @Inject private ImportStore store;
  @Inject private QuarantineStore quarantine;
  @Inject private RowMender mender;
  @Inject private FindingStore findings;
  @Inject private ChangeStore changes;
  @Inject private ImportUndoRules undoing;
  @Inject private AuditTrail audit;
  @Inject private Jobs jobs;
  @Inject private ShopFiles files;
  @Inject private Clock clock;

  /**
   * Queues an import whose columns are guessed. Its file is removed when it is done.
   *
   * @throws InvalidInputException if the request makes no sense
   */
  public ImportReport start(ImportRequest request) {
    List<FieldError> errors = faults(request.fileName(), request.file());
    if (request.kind() == null) {
      errors.add(new FieldError("kind", "must be one of " + ImportKind.codes()));
    }
    if (JsonColumn.write(request.mapping()).length() > LONGEST_MAPPING) {
      errors.add(new FieldError("mapping", "is too long"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    var run = new ImportRun(request, clock.instant());
    store.add(run);
    run.partOf(run.id(), 0, null, null);
    return queue(List.of(run), request.requestedBy());
  }

  /**
   * Queues an import by a mapping: each of its targets that the file feeds becomes a part. The file
   * is removed when it is done.
   *
   * @return the report of the first part
   * @throws InvalidInputException if the request makes no sense
   */
  public ImportReport start(MappedImport request) {
    List<FieldError> errors = faults(request.fileName(), request.file());
    List<MappingTarget> targets =
        request.fileName() == null
            ? List.of()
            : request.mapping().targets().stream()
                .filter(target -> DraftLook.feeds(target, request.fileName()))
                .toList();
    if (targets.isEmpty()) {
      errors.add(
          new FieldError(
              "fileName",
              "feeds nothing: the mapping %s wants files called %s"
                  .formatted(
                      request.mapping().name(),
                      request.mapping().targets().stream()
                          .map(MappingTarget::files)
                          .distinct()
                          .toList())));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return queue(parts(request, targets), request.requestedBy());
  }

  private List<ImportRun> parts(MappedImport request, List<MappingTarget> targets) {
    var parts = new ArrayList<ImportRun>();
    for (MappingTarget target : targets) {
      var part =
          new ImportRun(
              new ImportRequest(
                  target.kind(),
                  request.fileName(),
                  request.file(),
                  Map.of(),
                  request.dryRun(),
                  request.requestedBy()),
              clock.instant());
      store.add(part);
      parts.add(part);
      part.partOf(
          parts.getFirst().id(),
          parts.size() - 1,
          request.mapping().name(),
          MappingJson.write(target));
    }
    return parts;
  }

  private List<FieldError> faults(String fileName, Path file) {
    var errors = new ArrayList<FieldError>();
    if (fileName == null || fileName.isBlank() || fileName.length() > LONGEST_NAME) {
      errors.add(new FieldError("fileName", "must have 1 to 300 characters"));
    }
    if (file == null || !file.normalize().startsWith(files.uploads())) {
      errors.add(new FieldError("file", "must lie below the shop's uploads"));
    }
    return errors;
  }

  private ImportReport queue(List<ImportRun> parts, String by) {
    changes.forgetBefore(clock.instant().minus(ImportUndoRules.KEPT).toEpochMilli());
    ImportRun first = parts.getFirst();
    String kinds = parts.stream().map(part -> part.kind().code()).collect(Collectors.joining(", "));
    JobView job =
        jobs.submit(
            "import",
            "Import of %s from %s".formatted(kinds, first.report().fileName()),
            Map.of(
                "importId", Long.toString(first.id()),
                "kind", first.kind().name(),
                "file", first.report().fileName()),
            by);
    parts.forEach(part -> part.doneBy(job.id()));
    return first.report();
  }

  /** All parts of an import, in their order; empty if there is none. */
  public List<ImportReport> parts(long batchId) {
    return store.batch(batchId).stream().map(ImportRun::report).toList();
  }

  /**
   * The mapping that an import went by, as far as columns were given a meaning for all rows.
   *
   * @throws NotFoundException if there is no such import
   */
  public ImportMapping mapping(long batchId) {
    List<ImportRun> parts = store.batch(batchId);
    if (parts.isEmpty()) {
      throw new NotFoundException("import", Long.toString(batchId));
    }
    String name = parts.getFirst().report().mapping();
    List<MappingTarget> targets =
        parts.stream()
            .map(
                part ->
                    part.target()
                        .map(MappingJson::readTarget)
                        .orElseGet(() -> new MappingTarget(part.kind(), null, false, null, null)))
            .toList();
    return new ImportMapping(name == null ? "guessed" : name, null, null, targets);
  }

  /** What each rule found in one part, the most frequent first. */
  public List<ImportFinding> findings(long id) {
    return findings.of(id);
  }

  /**
   * Queues the undoing of an import with all its parts: what it made goes, what it changed is again
   * as it was.
   *
   * @return the job
   * @throws NotFoundException if there is none
   * @throws ConflictException with the reason why it cannot be undone
   */
  public JobView undo(long batchId, String by) {
    List<ImportRun> parts = store.batch(batchId);
    if (parts.isEmpty()) {
      throw new NotFoundException("import", Long.toString(batchId));
    }
    undoing
        .obstacle(parts)
        .ifPresent(
            reason -> {
              throw new ConflictException(reason);
            });
    String fileName = parts.getFirst().report().fileName();
    audit.record(by, "import.undo", "import " + batchId + " " + fileName, "");
    return jobs.submit(
        "import-undo",
        "Undo of the import from " + fileName,
        Map.of(
            "importId", Long.toString(batchId),
            "kind", parts.getFirst().kind().name(),
            "file", fileName),
        by);
  }

  /** Why an import cannot be undone; empty where it can. */
  public Optional<String> undoObstacle(long batchId) {
    return undoing.obstacle(store.batch(batchId));
  }

  /** How an import stands. */
  public Optional<ImportReport> find(long id) {
    return store.find(id).map(ImportRun::report);
  }

  /** The last imports, newest first. */
  public List<ImportReport> recent(int n) {
    return store.newest(n).stream().map(ImportRun::report).toList();
  }

  /** Rows that wait to be mended. */
  public List<QuarantinedRow> quarantine(QuarantineQuery query) {
    return quarantine.list(query).stream().map(QuarantinedRowEntry::view).toList();
  }

  /** How many rows wait to be mended. */
  public long quarantineCount() {
    return quarantine.count();
  }

  /**
   * Tries a row again with corrected values. Where it still cannot be stored it stays, with the
   * correction and the new reasons.
   *
   * @param correctedRow a JSON object
   * @return accepted, or quarantined with what is still wrong
   * @throws NotFoundException if there is no such row, or it was mended already
   */
  public RowOutcome mend(long id, String correctedRow) {
    QuarantinedRowEntry row =
        quarantine
            .find(id)
            .filter(found -> !found.mended())
            .orElseThrow(() -> new NotFoundException("quarantined row", Long.toString(id)));
    Optional<ImportRun> run = Optional.ofNullable(row.importId()).flatMap(store::lock);
    List<FieldError> errors = mender.store(row, run, correctedRow);
    if (!errors.isEmpty()) {
      row.retry(correctedRow, errors);
      return new RowOutcome(0, RowStatus.QUARANTINED, null, errors);
    }
    row.mend(clock.instant());
    run.ifPresent(found -> found.mended(row.rows()));
    return new RowOutcome(0, RowStatus.REPAIRED, null, List.of());
  }
}
