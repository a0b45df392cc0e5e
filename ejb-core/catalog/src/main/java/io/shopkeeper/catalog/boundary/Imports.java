package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.JsonColumn;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.ingest.ImportStore;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.ingest.RowMender;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Imports of files, and the rows that could not be imported. */
@Stateless
public class Imports {

  private static final int LONGEST_MAPPING = 20_000;

  @Inject private ImportStore store;
  @Inject private QuarantineStore quarantine;
  @Inject private RowMender mender;
  @Inject private Jobs jobs;
  @Inject private ShopFiles files;
  @Inject private Clock clock;

  /**
   * Queues an import. Its file is removed when it is done.
   *
   * @throws InvalidInputException if the request makes no sense
   */
  public ImportReport start(ImportRequest request) {
    var errors = new ArrayList<FieldError>();
    if (request.kind() == null) {
      errors.add(new FieldError("kind", "must be products, customers, orders, events or ratings"));
    }
    if (request.fileName() == null
        || request.fileName().isBlank()
        || request.fileName().length() > 300) {
      errors.add(new FieldError("fileName", "must have 1 to 300 characters"));
    }
    if (request.file() == null || !request.file().normalize().startsWith(files.uploads())) {
      errors.add(new FieldError("file", "must lie below the shop's uploads"));
    }
    if (JsonColumn.write(request.mapping()).length() > LONGEST_MAPPING) {
      errors.add(new FieldError("mapping", "is too long"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    var run = new ImportRun(request, clock.instant());
    store.add(run);
    JobView job =
        jobs.submit(
            "import",
            "Import of %s from %s"
                .formatted(request.kind().name().toLowerCase(Locale.ROOT), request.fileName()),
            Map.of(
                "importId", Long.toString(run.id()),
                "kind", request.kind().name(),
                "file", request.fileName()),
            request.requestedBy());
    run.doneBy(job.id());
    return run.report();
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
    Map<String, String> mapping = run.map(ImportRun::mapping).orElse(Map.of());
    List<FieldError> errors = mender.store(row.kind(), mapping, correctedRow);
    if (!errors.isEmpty()) {
      row.retry(correctedRow, errors);
      return new RowOutcome(0, RowStatus.QUARANTINED, null, errors);
    }
    row.mend(clock.instant());
    run.ifPresent(ImportRun::mendedOne);
    return new RowOutcome(0, RowStatus.REPAIRED, null, List.of());
  }
}
