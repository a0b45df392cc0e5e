package io.shopkeeper.training.snapshot;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes a table row by row, keeping one block in memory. For one thread.
 *
 * <p>The file, big-endian: magic {@code SKTB}, format version, number of columns, of each its type
 * and name; then blocks: number of rows, of each column the length of its bytes, their CRC-32C and
 * the bytes; a block of no rows and the number of all rows end it.
 */
public final class TableWriter implements Closeable {

  static final int MAGIC = 0x534B5442;
  static final int FORMAT = 1;
  private static final int BLOCK = 1 << 15;

  private final DataOutputStream out;
  private final List<ColumnWriter> columns = new ArrayList<>();
  private boolean begun;
  private int inBlock;
  private long rows;

  TableWriter(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  /** Adds a column of whole numbers; before the first row. */
  public ColumnWriter ints(String name) {
    return add(name, ColumnType.INT);
  }

  /** Adds a column of long whole numbers; before the first row. */
  public ColumnWriter longs(String name) {
    return add(name, ColumnType.LONG);
  }

  /** Adds a column of numbers; before the first row. */
  public ColumnWriter floats(String name) {
    return add(name, ColumnType.FLOAT);
  }

  /** Adds a column of texts; before the first row. */
  public ColumnWriter texts(String name) {
    return add(name, ColumnType.TEXT);
  }

  private ColumnWriter add(String name, ColumnType type) {
    if (begun || columns.stream().anyMatch(column -> column.name().equals(name))) {
      throw new IllegalStateException("it is too late for, or there is, a column " + name);
    }
    var column = new ColumnWriter(name, type);
    columns.add(column);
    return column;
  }

  /** Each column has got its cell. */
  public void endRow() throws IOException {
    inBlock++;
    rows++;
    for (ColumnWriter column : columns) {
      if (column.cells() != inBlock) {
        throw new IllegalStateException("row %d lacks a cell of %s".formatted(rows, column.name()));
      }
    }
    if (inBlock == BLOCK) {
      writeBlock();
    }
  }

  /** Rows up to now. */
  public long rows() {
    return rows;
  }

  /** Ends the table; without it nobody reads it. */
  void finish() throws IOException {
    if (inBlock > 0) {
      writeBlock();
    }
    begin();
    out.writeInt(0);
    out.writeLong(rows);
    out.flush();
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeInt(columns.size());
    for (ColumnWriter column : columns) {
      out.writeUTF(column.type().name());
      out.writeUTF(column.name());
    }
  }

  private void writeBlock() throws IOException {
    begin();
    out.writeInt(inBlock);
    for (ColumnWriter column : columns) {
      byte[] bytes = column.take();
      out.writeInt(bytes.length);
      out.writeInt(checksum(bytes));
      out.write(bytes);
    }
    inBlock = 0;
  }

  static int checksum(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
