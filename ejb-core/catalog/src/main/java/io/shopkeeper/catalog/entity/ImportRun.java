package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportRequest;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.clean.JsonColumn;
import io.shopkeeper.catalog.ingest.ChunkCounts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One import of a file. Its counts move in the same transaction as the rows that they count: after
 * a crash it goes on exactly behind the last row that was stored.
 */
@Entity
@Table(name = "import_run")
public class ImportRun {

  private static final int LONGEST_ERROR = 2000;
  private static final int MOST_REASONS = 60;
  private static final String OTHER_REASONS = "other reasons";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_run")
  @SequenceGenerator(name = "import_run", sequenceName = "import_run_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "file_path")
  private String filePath;

  private String mapping;

  @Column(name = "dry_run")
  private boolean dryRun;

  @Enumerated(EnumType.STRING)
  private ImportState state;

  @Column(name = "job_id")
  private Long jobId;

  @Column(name = "rows_read")
  private long rowsRead;

  private long accepted;
  private long repaired;
  private long flagged;
  private long duplicates;
  private long quarantined;
  private String reasons;

  @Column(name = "batch_id")
  private Long batchId;

  @Column(name = "part_no")
  private int part;

  @Column(name = "position_no")
  private long position;

  @Column(name = "left_out")
  private long leftOut;

  @Column(name = "record_count")
  private long records;

  @Column(name = "mapping_name")
  private String mappingName;

  private String target;
  private String encoding;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "started_at")
  private long startedAt;

  @Column(name = "ended_at")
  private Long endedAt;

  @Column(name = "error")
  private String error;

  protected ImportRun() {}

  public ImportRun(ImportRequest request, Instant now) {
    kind = request.kind();
    fileName = request.fileName();
    filePath = request.file().toString();
    mapping = JsonColumn.write(request.mapping());
    dryRun = request.dryRun();
    state = ImportState.QUEUED;
    reasons = JsonColumn.write(Map.of());
    requestedBy = request.requestedBy();
    startedAt = now.toEpochMilli();
  }

  public Long id() {
    return id;
  }

  public ImportKind kind() {
    return kind;
  }

  public ImportState state() {
    return state;
  }

  public Path file() {
    return Path.of(filePath);
  }

  public boolean dryRun() {
    return dryRun;
  }

  public long rowsRead() {
    return rowsRead;
  }

  public Map<String, String> mapping() {
    return JsonColumn.readTexts(mapping);
  }

  /**
   * Makes it a part of an import of several kinds.
   *
   * @param batch the id of the first part
   * @param place from 0
   * @param mapping the name of the mapping; null where columns are guessed
   * @param json the target as JSON; null where columns are guessed
   */
  public void partOf(long batch, int place, String mapping, String json) {
    batchId = batch;
    part = place;
    mappingName = mapping;
    target = json;
  }

  /** What columns mean and how the file is encoded, as it was found out. */
  public void describe(String json, String charset) {
    target = json;
    encoding = charset;
  }

  /** The target as JSON, if columns were given a meaning once for all rows. */
  public Optional<String> target() {
    return Optional.ofNullable(target);
  }

  /** How many units are stored. */
  public long position() {
    return position;
  }

  /** The id that all parts share. */
  public long batchId() {
    return batchId;
  }

  /** Which job does it. */
  public void doneBy(long job) {
    jobId = job;
  }

  public void start() {
    state = ImportState.RUNNING;
  }

  /** Counts a chunk that this transaction stores. */
  public void add(ChunkCounts chunk) {
    rowsRead += chunk.rows();
    position += chunk.units();
    records += chunk.records();
    accepted += chunk.accepted();
    repaired += chunk.repaired();
    flagged += chunk.flagged();
    duplicates += chunk.duplicates();
    quarantined += chunk.quarantined();
    Map<String, Long> all = JsonColumn.readCounts(reasons);
    chunk
        .reasons()
        .forEach(
            (reason, count) -> {
              String known = JsonColumn.shorten(reason);
              boolean room = all.size() < MOST_REASONS || all.containsKey(known);
              all.merge(room ? known : OTHER_REASONS, count, Long::sum);
            });
    reasons = JsonColumn.write(all);
  }

  /** Ends it; the error is null unless it failed. */
  public void end(ImportState outcome, String problem, Instant now) {
    state = outcome;
    endedAt = now.toEpochMilli();
    error =
        problem == null || problem.length() <= LONGEST_ERROR
            ? problem
            : problem.substring(0, LONGEST_ERROR);
  }

  /** How many rows were passed over. */
  public void leaveOut(long rows) {
    leftOut = rows;
  }

  /** What it did was taken back. */
  public void undone() {
    state = ImportState.UNDONE;
  }

  /** One quarantined row was mended and stored. */
  public void mendedOne() {
    mended(1);
  }

  /** A quarantined record of so many rows was mended and stored. */
  public void mended(long rows) {
    quarantined -= rows;
    repaired += rows;
    records++;
  }

  /** Why rows were quarantined or flagged, with counts. */
  public Map<String, Long> reasonCounts() {
    return JsonColumn.readCounts(reasons);
  }

  public ImportReport report() {
    return new ImportReport(
        id,
        kind,
        fileName,
        dryRun,
        state,
        jobId == null ? 0 : jobId,
        rowsRead,
        accepted,
        repaired,
        flagged,
        duplicates,
        quarantined,
        reasonCounts(),
        requestedBy,
        Instant.ofEpochMilli(startedAt),
        endedAt == null ? null : Instant.ofEpochMilli(endedAt),
        error,
        batchId == null ? id : batchId,
        part,
        leftOut,
        records,
        mappingName,
        encoding);
  }
}
