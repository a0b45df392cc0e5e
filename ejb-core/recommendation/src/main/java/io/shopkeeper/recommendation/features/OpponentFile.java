package io.shopkeeper.recommendation.features;

import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of the live model in a snapshot: four to a cell, the first cell being how many there
 * are.
 */
public final class OpponentFile {

  private static final int CELL = Integer.BYTES;

  private OpponentFile() {}

  /** Writes them. */
  public static void write(SnapshotWriter writer, byte[] bytes) throws IOException {
    TableWriter table = writer.table(SnapshotTables.OPPONENT);
    ColumnWriter cells = table.ints(SnapshotTables.BYTES);
    cells.add(bytes.length);
    table.endRow();
    ByteBuffer padded = ByteBuffer.allocate((bytes.length + CELL - 1) / CELL * CELL);
    padded.put(bytes).rewind();
    while (padded.hasRemaining()) {
      cells.add(padded.getInt());
      table.endRow();
    }
  }

  /** Reads what {@link #write} wrote. */
  public static byte[] read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(SnapshotTables.OPPONENT);
    int[] cells = table.ints(SnapshotTables.BYTES);
    ByteBuffer padded = ByteBuffer.allocate((cells.length - 1) * CELL);
    for (int place = 1; place < cells.length; place++) {
      padded.putInt(cells[place]);
    }
    byte[] bytes = new byte[cells[0]];
    padded.rewind();
    padded.get(bytes);
    return bytes;
  }
}
