package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

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
    file.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return file;
  }

  private void read(String text) {
    int line = 1;
    try (CSVParser parser = CSVParser.parse(text, format(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        List<String> cells = records.next().toList();
        boolean heading =
            parser.getRecordNumber() == 1 && cells.getFirst().strip().equalsIgnoreCase("value");
        if (!heading && (cells.size() > 1 || !cells.getFirst().isBlank())) {
          add(line, cells);
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException openQuote) {
      fault(line, 0, "open-quote", text.lines().skip(line - 1L).findFirst().orElse(""));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a text in memory can be read
    }
  }

  /** Commas, or semicolons where the first line has these only. */
  private static CSVFormat format(String text) {
    String first = text.lines().findFirst().orElse("");
    boolean semicolons = first.indexOf(',') < 0 && first.indexOf(';') >= 0;
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(semicolons ? ';' : ',')
        .setIgnoreEmptyLines(false) // so that each row's line is known
        .setTrailingData(true)
        .get();
  }

  private void add(int line, List<String> cells) {
    if (cells.size() > 3) {
      fault(line, 0, "many-cells", String.join(",", cells));
      return;
    }
    if (rows.size() >= MOST_ROWS) {
      fault(line, 0, "many-rows", "");
      return;
    }
    String entry = cells.getFirst().strip();
    var fault = ListEntries.fault(kind, entry);
    if (fault.isPresent()) {
      fault(line, 1, fault.get(), entry);
      return;
    }
    String expires = cells.size() > 1 ? cells.get(1).strip() : "";
    Long until;
    try {
      until = expires.isEmpty() ? null : until(expires);
    } catch (DateTimeException none) {
      fault(line, 2, "not-day", expires);
      return;
    }
    String note = cells.size() > 2 ? cells.get(2).strip() : "";
    if (note.length() > LONGEST_NOTE) {
      fault(line, 3, "long", note);
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
