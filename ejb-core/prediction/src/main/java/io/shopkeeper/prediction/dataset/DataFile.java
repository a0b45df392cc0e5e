package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header, in UTF-8, with commas, semicolons or tabs. It is read row by row, so that
 * a large one needs no more memory than a small one. For one thread.
 *
 * <p>What is wrong is said with its line, as an {@link InvalidInputException} at {@code /file}.
 */
public final class DataFile implements Closeable {

  /** Rows of a table at most. */
  public static final int MOST_ROWS = 2_000_000;

  /** Columns of a table at most. */
  public static final int MOST_COLUMNS = 500;

  /** Characters of a column's name at most. */
  public static final int LONGEST_NAME = 100;

  private static final int LONGEST_HEADER = 1 << 16;
  private static final char MARK = '\uFEFF';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> names;
  private int rows;

  private DataFile(CSVParser parser) {
    this.parser = parser;
    records = parser.iterator();
    names = header(record().orElseThrow(() -> wrong("is empty")));
  }

  /** Begins to read a table that is not compressed. */
  public static DataFile open(byte[] plain) {
    return open(new ByteArrayInputStream(plain));
  }

  /** Begins to read a table that is not compressed. */
  public static DataFile open(InputStream plain) {
    var in = new BufferedInputStream(plain, LONGEST_HEADER);
    try {
      CSVFormat format = format(in);
      // A decoder of its own refuses what is not UTF-8; the usual one would replace it quietly.
      var reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
      return new DataFile(CSVParser.parse(reader, format));
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  private static CSVFormat format(BufferedInputStream in) throws IOException {
    in.mark(LONGEST_HEADER);
    String head = new String(in.readNBytes(LONGEST_HEADER - 1), StandardCharsets.UTF_8);
    in.reset();
    int end = head.indexOf('\n');
    String line = end < 0 ? head : head.substring(0, end);
    char separator =
        line.indexOf('\t') >= 0 ? '\t' : count(line, ';') > count(line, ',') ? ';' : ',';
    return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
  }

  private static long count(String text, char sign) {
    return text.chars().filter(one -> one == sign).count();
  }

  private static List<String> header(CSVRecord row) {
    var seen = new HashSet<String>();
    List<String> names = new ArrayList<>();
    for (String heading : row) {
      String name = (heading.indexOf(MARK) == 0 ? heading.substring(1) : heading).strip();
      name = name.isEmpty() ? "column " + (names.size() + 1) : name;
      if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
        throw wrong(
            "has a column whose name is longer than %d characters or of several lines"
                .formatted(LONGEST_NAME));
      }
      if (!seen.add(name)) {
        throw wrong("names the column " + name + " twice");
      }
      names.add(name);
    }
    if (names.size() < 2) {
      throw wrong("needs a header and at least two columns, one to predict and one to learn from");
    }
    if (names.size() > MOST_COLUMNS) {
      throw wrong("has more than %,d columns".formatted(MOST_COLUMNS));
    }
    return List.copyOf(names);
  }

  /** The names of the columns, in the order of the file. */
  public List<String> names() {
    return names;
  }

  /** The next row, in the order of the columns; a missing cell is null. Empty at the end. */
  public Optional<String[]> next() {
    Optional<CSVRecord> record = record();
    if (record.isEmpty()) {
      if (rows == 0) {
        throw wrong("has no rows below its header");
      }
      return Optional.empty();
    }
    if (record.get().size() != names.size()) {
      throw wrong(
          "line %,d has %,d cells, but the header names %,d"
              .formatted(parser.getCurrentLineNumber(), record.get().size(), names.size()));
    }
    rows++;
    if (rows > MOST_ROWS) {
      throw wrong("has more than %,d rows; take a sample".formatted(MOST_ROWS));
    }
    String[] cells = new String[names.size()];
    for (int place = 0; place < cells.length; place++) {
      cells[place] = Cells.plain(record.get().get(place));
    }
    return Optional.of(cells);
  }

  private Optional<CSVRecord> record() {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException broken) {
      throw unreadable(broken.getCause());
    } catch (IllegalStateException malformed) {
      throw wrong("cannot be read: " + malformed.getMessage());
    }
  }

  /** How many rows were read. */
  public int rows() {
    return rows;
  }

  private static InvalidInputException unreadable(IOException broken) {
    return broken instanceof CharacterCodingException
        ? wrong("is not in UTF-8; save it as UTF-8 and try again")
        : wrong("cannot be read: " + broken.getMessage());
  }

  private static InvalidInputException wrong(String why) {
    return InvalidInputException.of("/file", why);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException nothingIsWritten) {
      throw new UncheckedIOException(nothingIsWritten);
    }
  }
}
