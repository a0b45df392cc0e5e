package io.shopkeeper.catalog.boundary.quarantine;

import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.clean.step.Steps;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.ingest.HeldRows;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.ingest.QuarantineTasks;
import io.shopkeeper.platform.boundary.AuditTrail;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that were set aside. */
@Stateless
public class Quarantine {

  private static final int REASONS = 100;
  private static final int MOST_DISCARDED = 100_000;
  private static final int LONGEST_REASON = 500;

  @Inject private QuarantineStore store;
  @Inject private HeldRows held;
  @Inject private Jobs jobs;
  @Inject private ShopFiles files;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** What is wrong, and how often; the most frequent first. */
  public List<ReasonCount> reasons(QuarantineFilter filter) {
    return store.reasons(filter, REASONS);
  }

  /** How many rows are meant. */
  public long count(QuarantineFilter filter) {
    return store.count(filter);
  }

  /**
   * Rows, newest first.
   *
   * @param before the lowest id of the page before; null for the first page
   */
  public List<HeldRow> list(QuarantineFilter filter, Long before, int n) {
    return store.list(filter, before, Math.clamp(n, 1, 500)).stream().map(held::view).toList();
  }

  /**
   * One row that waits.
   *
   * @throws NotFoundException if there is none
   */
  public HeldRow find(long id) {
    return held.view(require(id));
  }

  /**
   * Tries a row again with corrected values. Where it still cannot be stored it stays, with the
   * correction and the new reasons.
   *
   * @param row a JSON object
   * @return repaired, or quarantined with what is still wrong
   * @throws NotFoundException if there is no such row, or it is mended already
   */
  public RowOutcome mend(long id, String row, String by) {
    QuarantinedRowEntry found = require(id);
    List<FieldError> errors = held.store(found, row, by);
    audit.record(
        by, "quarantine.mend", "row " + id, errors.isEmpty() ? "stored" : "still: " + errors);
    return new RowOutcome(
        0, errors.isEmpty() ? RowStatus.REPAIRED : RowStatus.QUARANTINED, null, errors);
  }

  /** As {@link #mend(long, String, String)}, with the cells by column. */
  public RowOutcome mend(long id, Map<String, String> cells, String by) {
    return mend(id, held.merge(require(id), cells), by);
  }

  /**
   * Gives rows up: they stay on record with the reason.
   *
   * @return how many
   * @throws InvalidInputException if no reason is given, or more than 100,000 rows are meant
   */
  public long discard(QuarantineFilter filter, String reason, String by) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw InvalidInputException.of("/reason", "must have 1 to 500 characters");
    }
    long rows = store.count(filter);
    if (rows > MOST_DISCARDED) {
      throw InvalidInputException.of(
          "filter", "means %,d rows; at most 100,000 are discarded at once".formatted(rows));
    }
    long discarded = store.discard(filter, why, by, clock.instant());
    audit.record(by, "quarantine.discard", "%d rows".formatted(discarded), why);
    return discarded;
  }

  /**
   * What a rule would do to the rows that are meant; at most 500 of them are tried.
   *
   * @throws InvalidInputException if the rule will not do
   */
  public RulePreview preview(QuarantineFilter filter, StepData rule) {
    check(rule);
    return held.preview(filter, rule);
  }

  /**
   * Queues another try for all rows that are meant.
   *
   * @param rule that runs before the pipeline
   * @throws InvalidInputException if the rule will not do
   */
  public JobView replay(QuarantineFilter filter, Optional<StepData> rule, String by) {
    rule.ifPresent(Quarantine::check);
    long rows = store.count(filter);
    audit.record(
        by,
        "quarantine.replay",
        "%d rows".formatted(rows),
        rule.map(step -> step.options().toString()).orElse(""));
    return jobs.submit(
        QuarantineTasks.KIND,
        "Another try for %,d quarantined rows".formatted(rows),
        QuarantineTasks.replay(filter, rule, by),
        by);
  }

  /**
   * Queues corrected rows: a file as it was downloaded, changed.
   *
   * @param file below the shop's uploads; removed when done
   * @throws InvalidInputException if it lies elsewhere
   */
  public JobView upload(String fileName, Path file, String by) {
    if (!file.normalize().startsWith(files.uploads())) {
      throw InvalidInputException.of("file", "must lie below the shop's uploads");
    }
    audit.record(by, "quarantine.upload", fileName, "");
    return jobs.submit(
        QuarantineTasks.KIND,
        "Corrected rows from " + fileName,
        QuarantineTasks.upload(file, by),
        by);
  }

  private static void check(StepData rule) {
    Steps.check(io.shopkeeper.catalog.boundary.ImportKind.PRODUCTS, List.of(rule));
  }

  private QuarantinedRowEntry require(long id) {
    return store
        .find(id)
        .filter(row -> !row.mended())
        .orElseThrow(() -> new NotFoundException("quarantined row", Long.toString(id)));
  }
}
