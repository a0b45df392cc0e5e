package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.catalog.clean.JsonColumn;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row that could not be stored: kept as it came, with the reasons, until somebody mends it. */
@Entity
@Table(name = "quarantined_row")
public class QuarantinedRowEntry {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_RAW = 1_000_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quarantined_row")
  @SequenceGenerator(
      name = "quarantined_row",
      sequenceName = "quarantined_row_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "import_id")
  private Long importId;

  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @Column(name = "row_no")
  private long row;

  private String raw;

  @Column(name = "errors")
  private String errors;

  @Column(name = "at_time")
  private long at;

  @Column(name = "mended_at")
  private Long mendedAt;

  @Column(name = "row_count")
  private long rows = 1;

  @Convert(converter = YesNo.class)
  private Boolean mapped = false;

  private String field = "";
  private String reason = "";
  private String original;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "discard_reason")
  private String discardReason;

  protected QuarantinedRowEntry() {}

  public QuarantinedRowEntry(
      Long importId, ImportKind kind, long row, String raw, List<FieldError> errors, Instant now) {
    this.importId = importId;
    this.kind = kind;
    this.row = row;
    this.raw = shorten(raw);
    this.at = now.toEpochMilli();
    wrong(errors);
  }

  /** Stands for so many rows that became one record, whose fields it names. */
  public void standsFor(long count) {
    rows = count;
    mapped = true;
  }

  /** How many rows of the file it stands for. */
  public long rows() {
    return rows;
  }

  /** Whether it names fields rather than columns. */
  public boolean mapped() {
    return mapped;
  }

  public Long importId() {
    return importId;
  }

  public ImportKind kind() {
    return kind;
  }

  public boolean mended() {
    return mendedAt != null;
  }

  public Long id() {
    return id;
  }

  /** The row as it is now, a JSON object. */
  public String raw() {
    return raw;
  }

  /** What the first fault is about; empty for the whole row. */
  public String field() {
    return field == null ? "" : field;
  }

  /** The first fault without its value. */
  public String reason() {
    return reason == null ? "" : reason;
  }

  /** Whether somebody changed it since it came. */
  public boolean changed() {
    return original != null;
  }

  /** The row was corrected and stored. */
  public void mend(Instant now) {
    mendedAt = now.toEpochMilli();
  }

  /** The row was corrected by somebody and stored. */
  public void mend(String corrected, String by, Instant now) {
    change(corrected);
    closedBy = by;
    mend(now);
  }

  /** Nobody will mend it. */
  public void discard(String why, String by, Instant now) {
    discardReason = why;
    closedBy = by;
    mendedAt = now.toEpochMilli();
  }

  /** Why nobody will mend it; empty where that is not so. */
  public Optional<String> discarded() {
    return Optional.ofNullable(discardReason);
  }

  /** Who mended or discarded it; empty where nobody did. */
  public Optional<String> closedBy() {
    return Optional.ofNullable(closedBy);
  }

  /** A correction was tried that will not do either. */
  public void retry(String newRaw, List<FieldError> newErrors) {
    change(newRaw);
    wrong(newErrors);
  }

  private void change(String newRaw) {
    String shortened = shorten(newRaw);
    if (!shortened.equals(raw)) {
      original = original == null ? raw : original;
      raw = shortened;
    }
  }

  /** Rows are found by the first fault; values stay out of it, so that equal ones are one. */
  private void wrong(List<FieldError> faults) {
    errors = JsonColumn.writeErrors(faults);
    FieldError first = faults.isEmpty() ? new FieldError("", "") : faults.getFirst();
    field = cut(first.pointer().replaceFirst("^/", "").replaceAll("/\\d+/", "/"));
    reason = cut(first.message().replaceAll(", but is .*", "").replaceFirst("^row \\d+ ", ""));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW);
  }

  public QuarantinedRow view() {
    return new QuarantinedRow(
        id, importId, kind, row, raw, JsonColumn.readErrors(errors), Instant.ofEpochMilli(at));
  }
}
