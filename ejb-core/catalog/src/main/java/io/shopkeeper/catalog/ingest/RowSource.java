package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file, one at a time and in bounded memory, each as a JSON object: CSV or TSV with a
 * header (the separator is found in it), or one JSON object a line. For one thread.
 */
public final class RowSource implements Closeable {

  private static final int LONGEST_LINE = 1_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(20)
                      .maxStringLength(100_000)
                      .build())
              .build());

  /** One row: the object, or what is wrong with the line. */
  public record Row(long number, ObjectNode values, String raw, Optional<String> fault) {}

  private final BufferedReader reader;
  private final BoundedRows bounded;
  private final Iterator<CSVRecord> records;
  private final CSVParser parser;
  private final List<String> header;
  private long number;

  private RowSource(
      BufferedReader reader, BoundedRows bounded, CSVParser parser, List<String> header) {
    this.reader = reader;
    this.bounded = bounded;
    this.parser = parser;
    this.records = parser == null ? null : parser.iterator();
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @throws FileUnreadableException if it cannot be read as rows
   */
  static RowSource open(Path file) throws IOException, FileUnreadableException {
    return open(file, FileOpener.encoding(file));
  }

  /** Opens a file whose encoding is known. */
  static RowSource open(Path file, Charset charset) throws IOException, FileUnreadableException {
    BufferedReader reader = FileOpener.open(file, charset);
    try {
      reader.mark(LONGEST_LINE + 3);
      String first = readLine(reader);
      if (first == null || first.isBlank()) {
        throw new FileUnreadableException("The file is empty: its first line must be a header.");
      }
      if (first.length() > LONGEST_LINE) {
        throw new FileUnreadableException("The first line is longer than a million characters.");
      }
      reader.reset();
      if (first.stripLeading().startsWith("{")) {
        return new RowSource(reader, null, null, List.of());
      }
      return csv(reader, first);
    } catch (CharacterCodingException encoding) {
      reader.close();
      throw wrongEncoding(encoding);
    } catch (IOException | FileUnreadableException problem) {
      reader.close();
      throw problem;
    }
  }

  private static RowSource csv(BufferedReader reader, String first)
      throws IOException, FileUnreadableException {
    char separator = separator(first);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    var bounded = new BoundedRows(reader, LONGEST_LINE);
    CSVParser parser = format.parse(bounded);
    List<String> header = header(parser.iterator());
    Set<String> unique = new LinkedHashSet<>(header);
    if (unique.size() < header.size() || unique.contains("")) {
      throw new FileUnreadableException(
          "The header has an empty or repeated column: " + String.join(", ", header));
    }
    return new RowSource(reader, bounded, parser, header);
  }

  private static List<String> header(Iterator<CSVRecord> records)
      throws IOException, FileUnreadableException {
    try {
      if (!records.hasNext()) {
        throw new FileUnreadableException("The file has no header.");
      }
      return records.next().toList().stream().map(String::strip).toList();
    } catch (UncheckedIOException wrapped) {
      if (wrapped.getCause() instanceof CharacterCodingException encoding) {
        throw encoding;
      }
      throw new FileUnreadableException(
          "The header cannot be read: " + wrapped.getCause().getMessage(), wrapped);
    }
  }

  private static char separator(String line) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', '\t', ';', '|'}) {
      long count = outsideQuotes(line).chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static String outsideQuotes(String line) {
    return line.replaceAll("\"[^\"]*\"", "\"\"");
  }

  /** The columns of a table; empty for JSON lines. */
  List<String> header() {
    return header;
  }

  /**
   * The next row; empty at the end.
   *
   * @throws FileUnreadableException if the file breaks off or is not in its encoding
   */
  Optional<Row> next() throws IOException, FileUnreadableException {
    try {
      return parser == null ? nextLine() : nextRecord();
    } catch (CharacterCodingException encoding) {
      throw wrongEncoding(encoding);
    } catch (UncheckedIOException wrapped) {
      if (wrapped.getCause() instanceof CharacterCodingException encoding) {
        throw wrongEncoding(encoding);
      }
      throw new FileUnreadableException(
          "Row %d cannot be read: %s".formatted(number + 1, wrapped.getCause().getMessage()),
          wrapped);
    } catch (IllegalStateException malformed) {
      throw new FileUnreadableException(
          "Row %d cannot be read: %s".formatted(number + 1, malformed.getMessage()), malformed);
    }
  }

  private Optional<Row> nextRecord() {
    bounded.nextRow();
    if (!records.hasNext()) {
      return Optional.empty();
    }
    CSVRecord cells = records.next();
    number++;
    ObjectNode values = JSON.createObjectNode();
    for (int i = 0; i < cells.size(); i++) {
      values.put(i < header.size() ? header.get(i) : "column" + (i + 1), cells.get(i));
    }
    Optional<String> fault =
        cells.size() == header.size()
            ? Optional.empty()
            : Optional.of(
                "has %d cells, but the header has %d".formatted(cells.size(), header.size()));
    return Optional.of(new Row(number, values, values.toString(), fault));
  }

  private Optional<Row> nextLine() throws IOException {
    String line = readLine(reader);
    while (line != null && line.isBlank()) {
      line = readLine(reader);
    }
    if (line == null) {
      return Optional.empty();
    }
    number++;
    ObjectNode empty = JSON.createObjectNode();
    if (line.length() > LONGEST_LINE) {
      String start = JSON.createObjectNode().put("text", line.substring(0, 1000)).toString();
      return Optional.of(
          new Row(number, empty, start, Optional.of("is longer than a million characters")));
    }
    try {
      JsonNode node = JSON.readTree(line);
      if (node instanceof ObjectNode object) {
        return Optional.of(new Row(number, object, line, Optional.empty()));
      }
      return Optional.of(new Row(number, empty, wrap(line), Optional.of("is not a JSON object")));
    } catch (JsonProcessingException malformed) {
      return Optional.of(
          new Row(
              number,
              empty,
              wrap(line),
              Optional.of("is not JSON: " + malformed.getOriginalMessage())));
    }
  }

  /** A line, of which no more is kept than one character above the bound; null at the end. */
  private static String readLine(BufferedReader reader) throws IOException {
    int character = reader.read();
    if (character < 0) {
      return null;
    }
    var line = new StringBuilder();
    while (character >= 0 && character != '\n' && character != '\r') {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) character);
      }
      character = reader.read();
    }
    return line.toString();
  }

  private static String wrap(String line) {
    return JSON.createObjectNode().put("text", line).toString();
  }

  private static FileUnreadableException wrongEncoding(CharacterCodingException cause) {
    return new FileUnreadableException(
        "The file holds bytes that are no characters of its encoding. Save it as UTF-8 and send it"
            + " again; nothing was stored.",
        cause);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
