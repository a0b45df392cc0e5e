package io.shopkeeper.catalog.ingest.group;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts rows by key and place in bounded memory: runs of some megabytes are sorted and written to
 * disk, and merged while they are read. The sorted rows can be read several times. For one thread.
 */
public final class RowSorter implements Closeable {

  /** What the names of its files begin with. */
  public static final String FILE_PREFIX = "sort-";

  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int ROW_OVERHEAD = 100;
  private static final Comparator<KeyedRow> ORDER =
      Comparator.comparing(KeyedRow::key).thenComparingLong(KeyedRow::number);

  private final Path folder;
  private final List<Path> runs = new ArrayList<>();
  private List<KeyedRow> buffer = new ArrayList<>();
  private long size;

  /** Sorts with files in a folder; they are deleted when this is closed. */
  public RowSorter(Path folder) {
    this.folder = folder;
  }

  /** Takes a row. */
  public void add(KeyedRow row) throws IOException {
    buffer.add(row);
    size += ROW_OVERHEAD + row.key().length();
    for (String value : row.values()) {
      size += value == null ? 0 : value.length();
    }
    if (size > MOST_CHARACTERS) {
      spill();
    }
  }

  private void spill() throws IOException {
    buffer.sort(ORDER);
    Path run = Files.createTempFile(folder, FILE_PREFIX, ".part");
    runs.add(run);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
      for (KeyedRow row : buffer) {
        write(row, out);
      }
    }
    buffer = new ArrayList<>();
    size = 0;
  }

  private static void write(KeyedRow row, DataOutputStream out) throws IOException {
    text(row.key(), out);
    out.writeLong(row.number());
    text(row.fault(), out);
    out.writeInt(row.values().size());
    for (String value : row.values()) {
      text(value, out);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads the rows in the order of keys; the caller closes it. Nothing may be added after. */
  public Sorted read() throws IOException {
    if (!runs.isEmpty() && !buffer.isEmpty()) {
      spill();
    }
    buffer.sort(ORDER);
    var heads = new PriorityQueue<Run>(Comparator.comparing(run -> run.head, ORDER));
    for (Path run : runs) {
      Run.of(new DataInputStream(new BufferedInputStream(Files.newInputStream(run), 1 << 16)))
          .ifPresent(heads::add);
    }
    return new Sorted(heads, List.copyOf(buffer));
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  /** Rows in order. */
  public static final class Sorted implements Closeable {

    private final PriorityQueue<Run> heads;
    private final List<KeyedRow> inMemory;
    private int place;

    private Sorted(PriorityQueue<Run> heads, List<KeyedRow> inMemory) {
      this.heads = heads;
      this.inMemory = inMemory;
    }

    /** The next row; empty at the end. */
    public Optional<KeyedRow> next() throws IOException {
      if (heads.isEmpty()) {
        return place < inMemory.size() ? Optional.of(inMemory.get(place++)) : Optional.empty();
      }
      Run run = heads.poll();
      KeyedRow row = run.head;
      if (run.advance()) {
        heads.add(run);
      }
      return Optional.of(row);
    }

    @Override
    public void close() throws IOException {
      for (Run run : heads) {
        run.in.close();
      }
    }
  }

  private static final class Run {

    private final DataInputStream in;
    private KeyedRow head;

    private Run(DataInputStream in) {
      this.in = in;
    }

    static Optional<Run> of(DataInputStream in) throws IOException {
      var run = new Run(in);
      return run.advance() ? Optional.of(run) : Optional.empty();
    }

    /** Reads the next row; closes the file at its end. */
    boolean advance() throws IOException {
      try {
        String key = text();
        long number = in.readLong();
        String fault = text();
        String[] values = new String[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = text();
        }
        head = new KeyedRow(key, number, Arrays.asList(values), fault);
        return true;
      } catch (EOFException end) {
        in.close();
        return false;
      }
    }

    private String text() throws IOException {
      int length = in.readInt();
      return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
  }
}
