package io.shopkeeper.training.snapshot;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that was written, read one column at a time. What a damaged file claims costs no more
 * memory than it has bytes.
 */
public final class TableFile {

  private final Path file;
  private final Map<String, ColumnType> columns = new LinkedHashMap<>();
  private final long bytes;
  private int rows;

  private TableFile(Path file) throws IOException {
    this.file = file;
    this.bytes = Files.size(file);
  }

  /**
   * Opens a table and counts its rows.
   *
   * @throws IOException if it is no table, is of another format, or was not written to its end
   */
  static TableFile open(Path file) throws IOException {
    var table = new TableFile(file);
    table.walk(null, (count, block) -> {});
    return table;
  }

  /** How many. */
  public int rows() {
    return rows;
  }

  /** The names of the columns. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** A column of whole numbers. */
  public int[] ints(String name) throws IOException {
    int[] values = new int[rows];
    int[] place = {0};
    read(
        name,
        ColumnType.INT,
        (count, block) -> {
          block.asIntBuffer().get(values, place[0], count);
          place[0] += count;
        });
    return values;
  }

  /** A column of long whole numbers. */
  public long[] longs(String name) throws IOException {
    long[] values = new long[rows];
    int[] place = {0};
    read(
        name,
        ColumnType.LONG,
        (count, block) -> {
          block.asLongBuffer().get(values, place[0], count);
          place[0] += count;
        });
    return values;
  }

  /** A column of numbers. */
  public float[] floats(String name) throws IOException {
    float[] values = new float[rows];
    int[] place = {0};
    read(
        name,
        ColumnType.FLOAT,
        (count, block) -> {
          block.asFloatBuffer().get(values, place[0], count);
          place[0] += count;
        });
    return values;
  }

  /** A column of texts. */
  public List<String> texts(String name) throws IOException {
    var values = new ArrayList<String>(rows);
    read(
        name,
        ColumnType.TEXT,
        (count, block) -> {
          for (int i = 0; i < count; i++) {
            values.add(text(block));
          }
        });
    return values;
  }

  private static String text(ByteBuffer block) throws IOException {
    int length = block.remaining() < 4 ? -1 : block.getInt();
    if (length < 0 || length > block.remaining()) {
      throw new IOException("damaged: a text of length " + length);
    }
    byte[] text = new byte[length];
    block.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Takes the cells of a block. */
  @FunctionalInterface
  private interface BlockReader {

    void take(int count, ByteBuffer block) throws IOException;
  }

  private void read(String name, ColumnType type, BlockReader reader) throws IOException {
    if (columns.get(name) != type) {
      throw new IOException(
          "%s has no column %s of %s, only %s".formatted(file.getFileName(), name, type, columns));
    }
    walk(name, reader);
  }

  /** Goes through the file; hands over the blocks of one column, or counts the rows. */
  private void walk(String wanted, BlockReader reader) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      head(in);
      long counted = 0;
      for (int count = in.readInt(); count != 0; count = in.readInt()) {
        if (count < 0) {
          throw damaged();
        }
        counted += count;
        for (Map.Entry<String, ColumnType> column : columns.entrySet()) {
          block(in, count, column, column.getKey().equals(wanted) ? reader : null);
        }
      }
      if (in.readLong() != counted || counted > Integer.MAX_VALUE) {
        throw damaged();
      }
      rows = (int) counted;
    } catch (EOFException cut) {
      throw new IOException(file.getFileName() + " was not written to its end", cut);
    }
  }

  private void head(DataInputStream in) throws IOException {
    if (in.readInt() != TableWriter.MAGIC) {
      throw new IOException(file.getFileName() + " is no table");
    }
    int format = in.readInt();
    if (format != TableWriter.FORMAT) {
      throw new IOException(
          "%s: format %d is not known, only %d"
              .formatted(file.getFileName(), format, TableWriter.FORMAT));
    }
    int count = in.readInt();
    columns.clear();
    for (int i = 0; i < count; i++) {
      String type = in.readUTF();
      ColumnType known =
          Arrays.stream(ColumnType.values())
              .filter(value -> value.name().equals(type))
              .findFirst()
              .orElseThrow(this::damaged);
      columns.put(in.readUTF(), known);
    }
  }

  private void block(
      DataInputStream in, int count, Map.Entry<String, ColumnType> column, BlockReader reader)
      throws IOException {
    int length = in.readInt();
    int checksum = in.readInt();
    long least = (long) count * column.getValue().leastBytes();
    boolean fits = column.getValue() == ColumnType.TEXT ? length >= least : length == least;
    if (!fits || length > bytes) {
      throw damaged();
    }
    if (reader == null) {
      in.skipNBytes(length);
      return;
    }
    byte[] cells = in.readNBytes(length);
    if (cells.length < length) {
      throw new EOFException();
    }
    if (TableWriter.checksum(cells) != checksum) {
      throw damaged();
    }
    reader.take(count, ByteBuffer.wrap(cells));
  }

  private IOException damaged() {
    return new IOException(file.getFileName() + " is damaged");
  }
}
