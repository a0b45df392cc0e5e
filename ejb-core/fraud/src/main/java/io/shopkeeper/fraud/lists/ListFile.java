package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file with entries: value, and if wanted expiry and note. A first row {@code
 * value,expires,note} is a heading. An expiry is a day, at whose end in UTC the entry ends, or a
 * moment such as {@code 2027-01-31T12:00:00Z}.
 */
final class ListFile {

  /** Rows of a file. */
  static final int MOST_ROWS = 100_000;

  private static final int MOST_FAULTS = 100;
  private static final int SHOWN = 40;
  private static final int LONGEST_NOTE = 500;

  private final ListKind kind;
  private final List<ListImport.Fault> faults = new ArrayList<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private int wrong;

  /**
   * An entry to be.
   *
   * @param expiresAt milliseconds since 1970; null for never
   */
  record Row(String key, String entry, Long expiresAt, String note) {}

  private ListFile(ListKind kind) {
    this.kind = kind;
  }

  /** Reads all rows; of two with the same entry the second counts. */
  static ListFile read(ListKind kind, String text) {
    var file = new ListFile(kind);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean first = true;
    for (CsvRows.Row row : CsvRows.of(plain)) {
      boolean heading = first && row.cells().getFirst().strip().equalsIgnoreCase("value");
      first = false;
      if (!heading) {
        file.add(row);
      }
    }
    return file;
  }

  private void add(CsvRows.Row row) {
    List<String> cells = row.cells();
    if (row.broken()) {
      fault(row.line(), 0, "open-quote", cells.getLast());
      return;
    }
    if (cells.size() > 3) {
      fault(row.line(), 0, "many-cells", String.join(",", cells));
      return;
    }
    if (rows.size() >= MOST_ROWS) {
      fault(row.line(), 0, "many-rows", "");
      return;
    }
    String entry = cells.getFirst().strip();
    var fault = ListEntries.fault(kind, entry);
    if (fault.isPresent()) {
      fault(row.line(), 1, fault.get(), entry);
      return;
    }
    String expires = cells.size() > 1 ? cells.get(1).strip() : "";
    Long until;
    try {
      until = expires.isEmpty() ? null : until(expires);
    } catch (DateTimeException none) {
      fault(row.line(), 2, "not-day", expires);
      return;
    }
    String note = cells.size() > 2 ? cells.get(2).strip() : "";
    if (note.length() > LONGEST_NOTE) {
      fault(row.line(), 3, "long", note);
      return;
    }
    String key = ListEntries.key(kind, entry);
    rows.put(key, new Row(key, entry, until, note));
  }

  /**
   * When an entry ends.
   *
   * @throws DateTimeException if the text is neither a day nor a moment
   */
  static long until(String text) {
    return text.length() == "2027-01-31".length()
        ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
        : Instant.parse(text).toEpochMilli();
  }

  private void fault(int line, int column, String fault, String text) {
    wrong++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(
          new ListImport.Fault(
              line, column, fault, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  List<ListImport.Fault> faults() {
    return List.copyOf(faults);
  }

  int wrong() {
    return wrong;
  }
}
