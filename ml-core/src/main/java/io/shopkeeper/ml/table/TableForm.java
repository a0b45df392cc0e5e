package io.shopkeeper.ml.table;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as bytes, column by column: for data sets that are kept and for what a worker reads.
 * Stored as: header {@code table}, format 1, rows, columns; then for each its kind (N, C, T), its
 * name, and numbers as floats, categories as words and codes, texts as UTF-8 with lengths.
 */
public final class TableForm {

  private static final String STORED = "table";
  private static final int FORMAT = 1;
  private static final int MOST_COLUMNS = 1 << 16;

  private TableForm() {}

  /** Stores a table. */
  public static void write(Table table, DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, FORMAT);
    out.writeInt(table.rows());
    out.writeInt(table.columns().size());
    for (Column column : table.columns()) {
      write(column, out);
    }
  }

  private static void write(Column column, DataOutput out) throws IOException {
    switch (column) {
      case NumberColumn number -> {
        begin(out, 'N', number.name());
        StoredForm.write(out, number.values());
      }
      case CategoryColumn category -> {
        begin(out, 'C', category.name());
        out.writeInt(category.categories().size());
        for (String word : category.categories()) {
          text(out, word);
        }
        StoredForm.write(out, category.codes());
      }
      case TextColumn text -> {
        begin(out, 'T', text.name());
        for (String one : text.texts()) {
          text(out, one);
        }
      }
    }
  }

  private static void begin(DataOutput out, char kind, String name) throws IOException {
    out.writeChar(kind);
    text(out, name);
  }

  /** Not by writeUTF, which ends at 65,535 bytes. */
  private static void text(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a stored table.
   *
   * @throws IOException if it is damaged or of a later format
   */
  public static Table read(DataInput in) throws IOException {
    StoredForm.readHeader(in, STORED, FORMAT);
    int rows = within(in.readInt(), Integer.MAX_VALUE, "rows");
    int count = within(in.readInt(), MOST_COLUMNS, "columns");
    var columns = new ArrayList<Column>();
    try {
      for (int i = 0; i < count; i++) {
        columns.add(column(in, rows));
      }
      return new Table(rows, columns);
    } catch (IllegalArgumentException unfit) {
      throw new IOException("damaged: " + unfit.getMessage(), unfit);
    }
  }

  private static Column column(DataInput in, int rows) throws IOException {
    char kind = in.readChar();
    String name = text(in);
    return switch (kind) {
      case 'N' -> new NumberColumn(name, StoredForm.readFloats(in));
      case 'C' -> {
        int size = within(in.readInt(), Integer.MAX_VALUE, "categories");
        yield new CategoryColumn(name, texts(in, size), StoredForm.readInts(in));
      }
      case 'T' -> new TextColumn(name, texts(in, rows));
      default -> throw new IOException("damaged: a column of kind " + (int) kind);
    };
  }

  private static List<String> texts(DataInput in, int count) throws IOException {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return texts;
  }

  private static String text(DataInput in) throws IOException {
    int length = within(in.readInt(), Integer.MAX_VALUE, "bytes");
    var bytes = new ByteArrayOutputStream(Math.min(length, 1 << 12));
    byte[] piece = new byte[Math.min(length, 1 << 12)];
    for (int left = length; left > 0; ) {
      int some = Math.min(left, piece.length);
      in.readFully(piece, 0, some);
      bytes.write(piece, 0, some);
      left -= some;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int within(int count, int most, String what) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("damaged: %d %s".formatted(count, what));
    }
    return count;
  }
}
