package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads rows of user, item, rating and timestamp: CSV, TSV or JSON lines, plain or gzipped, with a
 * header that names the columns; without one (every cell of the first line is a number) the order
 * is user, item, rating, timestamp. Lines of numbers divided by blanks are histories: a user and
 * then the items in the order of time. A column of sessions can stand for the user.
 */
final class InteractionFile {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "user", List.of("user", "userid", "customer", "customerid", "visitor", "visitorid"),
          "item", List.of("item", "itemid", "product", "productid", "movieid"),
          "rating", List.of("rating", "score", "value", "stars"),
          "timestamp", List.of("timestamp", "time", "date", "at"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final InteractionRows rows;
  private final ReadRows reading;

  private InteractionFile(String name, InteractionRows rows, ReadRows reading) {
    this.name = name;
    this.rows = rows;
    this.reading = reading;
  }

  /**
   * Reads a file.
   *
   * @param rows where its rows go
   * @param reading where its columns stand
   * @throws CommandFailedException if it cannot be read; names file and line
   */
  static FileFacts read(String name, InteractionRows rows, ReadRows reading) {
    int before = rows.size();
    String sha256 = DataFile.read(name, new InteractionFile(name, rows, reading)::parse);
    if (rows.size() == before) {
      throw new CommandFailedException(name + " has no rows.");
    }
    return new FileFacts(name, rows.size() - before, sha256);
  }

  private void parse(BufferedReader reader) throws IOException {
    reader.mark(1 << 16);
    String first = reader.readLine();
    if (first == null || first.isBlank()) {
      throw new CommandFailedException(name + " is empty.");
    }
    reader.reset();
    if (first.startsWith("{")) {
      parseJson(reader);
    } else if (first.matches("\\d+( \\d+)+")) {
      parseHistories(reader);
    } else {
      parseTable(reader, first);
    }
  }

  private void parseJson(BufferedReader reader) throws IOException {
    int line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(text);
        String[] cells = new String[4];
        node.properties()
            .forEach(
                property -> {
                  int column = column(property.getKey());
                  if (column >= 0) {
                    cells[column] = property.getValue().asText();
                  }
                });
        add(cells[0], cells[1], cells[2], cells[3], line);
      } catch (JsonProcessingException malformed) {
        throw fault(line, "is not JSON: " + malformed.getOriginalMessage());
      }
    }
  }

  private void parseHistories(BufferedReader reader) throws IOException {
    int line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String[] cells = text.strip().split(" +");
      if (cells.length < 2) {
        throw fault(line, "needs a user and at least one item");
      }
      for (int place = 1; place < cells.length; place++) {
        rows.add(cells[0], cells[place], 1, Interactions.PARTS * place, true);
      }
    }
  }

  private void parseTable(BufferedReader reader, String first) throws IOException {
    CSVFormat format = DataFile.format(first);
    try (CSVParser parser = CSVParser.parse(reader, format)) {
      int[] columns = null;
      for (CSVRecord row : parser) {
        int line = (int) parser.getCurrentLineNumber();
        if (columns == null) {
          columns = columns(row);
          if (!headerless(row)) {
            continue;
          }
        }
        add(
            cell(row, columns[0]),
            cell(row, columns[1]),
            cell(row, columns[2]),
            cell(row, columns[3]),
            line);
      }
    } catch (UncheckedIOException malformed) {
      throw new CommandFailedException(
          name + " is not a table: " + malformed.getCause().getMessage(), malformed);
    }
  }

  private static boolean headerless(CSVRecord row) {
    return row.stream().allMatch(cell -> cell.strip().matches("-?\\d+(\\.\\d+)?"));
  }

  /** Where user, item, rating and timestamp stand; −1 for what is missing. */
  private int[] columns(CSVRecord header) {
    int[] columns = {-1, -1, -1, -1};
    if (headerless(header)) {
      for (int i = 0; i < Math.min(4, header.size()); i++) {
        columns[i] = i;
      }
    } else {
      for (int i = 0; i < header.size(); i++) {
        int column = column(header.get(i));
        if (column >= 0 && columns[column] < 0) {
          columns[column] = i;
        }
      }
    }
    if (columns[0] < 0 && reading.session() != null) {
      throw new CommandFailedException(
          "%s: --session names no column; there are: %s"
              .formatted(name, String.join(", ", header.toList())));
    }
    for (int cell = 0; cell < columns.length; cell++) {
      if (columns[cell] < 0 && reading.names(cell)) {
        throw new CommandFailedException(
            "%s: --columns names no column for %s; there are: %s"
                .formatted(name, ReadRows.CELLS.get(cell), String.join(", ", header.toList())));
      }
    }
    if (columns[0] < 0 || columns[1] < 0) {
      throw new CommandFailedException(
          "%s: the header must name the columns user and item (rating and timestamp may be missing), but is: %s"
              .formatted(name, String.join(", ", header.toList())));
    }
    return columns;
  }

  private int column(String heading) {
    Optional<Integer> named = reading.named(heading);
    if (named.isPresent()) {
      return named.get();
    }
    String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    for (int cell = 0; cell < ReadRows.CELLS.size(); cell++) {
      if (!reading.names(cell) && NAMES.get(ReadRows.CELLS.get(cell)).contains(plain)) {
        return cell;
      }
    }
    return -1;
  }

  private static String cell(CSVRecord row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : null;
  }

  private void add(String user, String item, String rating, String time, int line) {
    if (user == null || user.isBlank() || item == null || item.isBlank()) {
      if (reading.skipping()) {
        return;
      }
      throw fault(line, "has no user or no item");
    }
    float value = 1;
    if (rating != null && !rating.isBlank()) {
      try {
        value = Float.parseFloat(rating.strip());
      } catch (NumberFormatException wrong) {
        throw fault(line, "the rating must be a number, but is " + rating);
      }
      if (!Float.isFinite(value)) {
        throw fault(line, "the rating must be finite, but is " + rating);
      }
    }
    boolean timed = time != null && !time.isBlank();
    rows.add(user.strip(), item.strip(), value, timed ? time(time.strip(), line) : 0, timed);
  }

  /** In thousandths of what the file counts in, so that parts of seconds are kept. */
  private long time(String text, int line) {
    try {
      BigDecimal number =
          text.matches("-?\\d+(\\.\\d*)?")
              ? new BigDecimal(text)
              : BigDecimal.valueOf(instant(text).toEpochMilli());
      return number.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
    } catch (ArithmeticException | DateTimeParseException wrong) {
      throw fault(
          line,
          "the timestamp must be seconds or milliseconds since 1970, or ISO 8601 such as 2026-01-31T12:00:00Z, but is "
              + text);
    }
  }

  /** Of a time without a zone, as if it were UTC: only the order and the distances count. */
  private static Instant instant(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?")
        ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }

  private CommandFailedException fault(int line, String what) {
    return new CommandFailedException("%s, line %d: %s".formatted(name, line, what));
  }
}
