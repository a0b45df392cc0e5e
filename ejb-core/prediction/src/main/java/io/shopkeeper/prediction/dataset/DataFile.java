package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header, in UTF-8, with commas, semicolons or tabs. A missing cell is null.
 *
 * @param cells by column, in the order of the file
 */
public record DataFile(Map<String, List<String>> cells) {

  /** Rows of a table at most. */
  public static final int MOST_ROWS = 2_000_000;

  /** Cells of a table at most: they are in memory while it is looked at. */
  static final int MOST_CELLS = 30_000_000;

  private static final String FILE = "/file";

  /**
   * Reads a table.
   *
   * @throws InvalidInputException if it is none, with the line
   */
  public static DataFile read(byte[] bytes) {
    String head = head(bytes);
    try (Reader reader =
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, format(head))) {
      return read(parser);
    } catch (UncheckedIOException | IOException malformed) {
      throw wrong("cannot be read: " + malformed.getMessage());
    }
  }

  private static DataFile read(CSVParser parser) {
    List<List<String>> order = new ArrayList<>();
    Map<String, List<String>> cells = new LinkedHashMap<>();
    int rows = 0;
    for (CSVRecord row : parser) {
      if (order.isEmpty()) {
        header(row, cells, order);
        continue;
      }
      if (row.size() != order.size()) {
        throw wrong(
            "line %d has %d cells, but the header names %d"
                .formatted(parser.getCurrentLineNumber(), row.size(), order.size()));
      }
      for (int place = 0; place < row.size(); place++) {
        order.get(place).add(Cells.plain(row.get(place)));
      }
      rows++;
      if (rows > MOST_ROWS || (long) rows * order.size() > MOST_CELLS) {
        throw wrong(
            "has more than %,d rows or %,d cells; take a sample".formatted(MOST_ROWS, MOST_CELLS));
      }
    }
    if (rows == 0) {
      throw wrong("has no rows below its header");
    }
    return new DataFile(cells);
  }

  private static void header(
      CSVRecord row, Map<String, List<String>> cells, List<List<String>> order) {
    var seen = new HashSet<String>();
    for (String heading : row) {
      String name = heading.strip().replaceFirst("^\\uFEFF", "");
      name = name.isEmpty() ? "column " + (order.size() + 1) : name;
      if (!seen.add(name)) {
        throw wrong("names the column " + name + " twice");
      }
      List<String> column = new ArrayList<>();
      cells.put(name, column);
      order.add(column);
    }
    if (order.size() < 2) {
      throw wrong("needs a header and at least two columns, one to predict and one to learn from");
    }
  }

  private static String head(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    try {
      // The whole is checked, so that a later line is not damaged quietly.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException other) {
      throw wrong("is not in UTF-8; save it as UTF-8 and try again");
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static CSVFormat format(String head) {
    char separator =
        head.indexOf('\t') >= 0 ? '\t' : count(head, ';') > count(head, ',') ? ';' : ',';
    return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
  }

  private static long count(String text, char sign) {
    return text.chars().filter(one -> one == sign).count();
  }

  private static InvalidInputException wrong(String why) {
    return InvalidInputException.of(FILE, why);
  }

  /** How many rows. */
  public int rows() {
    return cells.values().iterator().next().size();
  }

  /** Compresses a file; of one that is compressed already, or damaged, see {@link #unpack}. */
  public static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /**
   * Takes a compressed file out; one that is not compressed stays as it is.
   *
   * @param most bytes that it may have
   * @throws InvalidInputException if it has more, or is damaged
   */
  public static byte[] unpack(byte[] bytes, int most) {
    boolean packed = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    if (!packed) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(most + 1);
      if (all.length > most) {
        throw wrong("is larger than %,d MB; take a sample".formatted(most >> 20));
      }
      return all;
    } catch (IOException damaged) {
      throw wrong("is compressed, but damaged: " + damaged.getMessage());
    }
  }
}
