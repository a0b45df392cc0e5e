package io.shopkeeper.training.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A column that is being written: a cell for each row, in the order of the rows. */
public final class ColumnWriter {

  private final String name;
  private final ColumnType type;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int cells;

  ColumnWriter(String name, ColumnType type) {
    this.name = name;
    this.type = type;
  }

  /** A cell of a column of whole numbers. */
  public void add(int value) throws IOException {
    begin(ColumnType.INT);
    out.writeInt(value);
  }

  /** A cell of a column of long whole numbers. */
  public void add(long value) throws IOException {
    begin(ColumnType.LONG);
    out.writeLong(value);
  }

  /** A cell of a column of numbers. */
  public void add(float value) throws IOException {
    begin(ColumnType.FLOAT);
    out.writeFloat(value);
  }

  /** A cell of a column of texts. */
  public void add(String value) throws IOException {
    begin(ColumnType.TEXT);
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
  }

  private void begin(ColumnType wanted) {
    if (wanted != type) {
      throw new IllegalArgumentException(
          "column %s is of %s, not %s".formatted(name, type, wanted));
    }
    cells++;
  }

  String name() {
    return name;
  }

  ColumnType type() {
    return type;
  }

  /** Since the last block. */
  int cells() {
    return cells;
  }

  /** Hands the cells over. */
  byte[] take() {
    byte[] block = bytes.toByteArray();
    bytes.reset();
    cells = 0;
    return block;
  }
}
