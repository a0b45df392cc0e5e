package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores chunks of an import, each with its counts and its quarantine in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportLedger {

  @Inject private ImportStore imports;
  @Inject private QuarantineStore quarantine;
  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private BehaviourEvents events;
  @Inject private Clock clock;

  /** A row as it was read, and what it became. */
  public record Entry(RowSource.Row row, RecordReader.Result result) {}

  /** What the job needs to know of its import. */
  public record Plan(
      ImportKind kind,
      java.nio.file.Path file,
      Map<String, String> mapping,
      boolean dryRun,
      long rowsDone,
      boolean ended) {}

  /**
   * Marks an import as running, unless it was done before the crash that its job is resumed from.
   */
  public Plan begin(long id) {
    ImportRun run = require(id);
    boolean ended = run.state() == ImportState.DONE;
    if (!ended) {
      run.start();
    }
    return new Plan(run.kind(), run.file(), run.mapping(), run.dryRun(), run.rowsRead(), ended);
  }

  /** Ends an import; the error is null unless it failed. */
  public void end(long id, ImportState outcome, String error) {
    require(id).end(outcome, error, clock.instant());
  }

  /** Stores a chunk, or nothing of it. */
  public void store(long id, List<Entry> entries) {
    ImportRun run = require(id);
    Instant now = clock.instant();
    var valid = new ArrayList<Entry>(entries.size());
    var tally = new Tally();
    for (Entry entry : entries) {
      if (entry.result().errors().isEmpty()) {
        valid.add(entry);
      } else {
        setAside(run, entry, entry.result().errors(), now, tally);
      }
    }
    List<RowOutcome> outcomes = run.dryRun() ? pretend(valid) : put(run.kind(), records(valid));
    for (RowOutcome outcome : outcomes) {
      Entry entry = valid.get(outcome.row());
      if (outcome.status() == RowStatus.QUARANTINED) {
        setAside(run, entry, outcome.errors(), now, tally);
      } else {
        tally.count(outcome.status(), entry.result());
      }
    }
    run.add(tally.counts(entries.size()));
  }

  private List<RowOutcome> put(ImportKind kind, List<Object> records) {
    return switch (kind) {
      case PRODUCTS -> products.putAll(cast(records, ProductData.class));
      case CUSTOMERS -> customers.putAll(cast(records, CustomerData.class));
      case ORDERS -> orders.putAll(cast(records, OrderData.class));
      case EVENTS, RATINGS -> events.store(cast(records, BehaviourEvent.class));
    };
  }

  private void setAside(
      ImportRun run, Entry entry, List<FieldError> errors, Instant now, Tally tally) {
    tally.quarantine(errors);
    if (!run.dryRun()) {
      quarantine.add(run.id(), run.kind(), entry.row().number(), entry.row().raw(), errors, now);
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

  private static <T> List<T> cast(List<Object> records, Class<T> type) {
    return records.stream().map(type::cast).toList();
  }

  private ImportRun require(long id) {
    return imports.lock(id).orElseThrow(() -> new NotFoundException("import", Long.toString(id)));
  }

  /** Counts of one chunk. */
  private static final class Tally {

    private long accepted;
    private long repaired;
    private long flagged;
    private long duplicates;
    private long quarantined;
    private final Map<String, Long> reasons = new HashMap<>();

    void count(RowStatus status, RecordReader.Result result) {
      if (status == RowStatus.DUPLICATE) {
        duplicates++;
        return;
      }
      if (result.repaired()) {
        repaired++;
      } else {
        accepted++;
      }
      if (!result.doubts().isEmpty()) {
        flagged++;
        result
            .doubts()
            .forEach(doubt -> reasons.merge("flagged: " + doubt.detail(), 1L, Long::sum));
      }
    }

    void quarantine(List<FieldError> errors) {
      quarantined++;
      FieldError first = errors.getFirst();
      // Values stay out of the reason, so that equal faults are counted together.
      String message = first.message().replaceAll(", but is .*", "");
      if (reasons.size() < 200) {
        reasons.merge(first.pointer() + " " + message, 1L, Long::sum);
      }
    }

    ChunkCounts counts(long rows) {
      return new ChunkCounts(rows, accepted, repaired, flagged, duplicates, quarantined, reasons);
    }
  }
}
