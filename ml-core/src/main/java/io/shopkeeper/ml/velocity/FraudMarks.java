package io.shopkeeper.ml.velocity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The frauds among a key's events, with when they were known; few, in the order of the events. */
final class FraudMarks {

  /** Of a fraud that was not taken back. */
  private static final long STILL = Long.MAX_VALUE;

  private static final int FIELDS = 4;

  /** Time and number of the event, known from, taken back at; one row after the other. */
  private long[] cells = new long[FIELDS];

  private int size;

  /** Notes that an event is known as a fraud; again, and the earlier time counts. */
  void mark(long time, long number, long known) {
    int place = place(time, number);
    if (!holds(place, time, number)) {
      insert(place, time, number, known);
      return;
    }
    int row = FIELDS * place;
    boolean again = cells[row + 3] <= known;
    cells[row + 2] = again ? known : Math.min(cells[row + 2], known);
    cells[row + 3] = STILL;
  }

  /** Notes that it was none. */
  void clear(long time, long number, long at) {
    int place = place(time, number);
    if (holds(place, time, number)) {
      cells[FIELDS * place + 3] = Math.min(cells[FIELDS * place + 3], at);
    }
  }

  /**
   * How many there are, in the number of those in the span.
   *
   * @param after the span begins behind this time
   * @param to and ends with it
   * @param now of what is known
   */
  long count(long after, long to, long now) {
    long count = 0;
    int place = place(after, Long.MAX_VALUE);
    for (; place < size && cells[FIELDS * place] <= to; place++) {
      count += known(place, now) ? 1 : 0;
    }
    return count;
  }

  /**
   * When the first and the last of those in the span were; both {@link Long#MIN_VALUE} without one.
   */
  long[] ends(long after, long to, long now) {
    long[] ends = {Long.MIN_VALUE, Long.MIN_VALUE};
    int place = place(after, Long.MAX_VALUE);
    for (; place < size && cells[FIELDS * place] <= to; place++) {
      if (known(place, now)) {
        ends[0] = ends[0] == Long.MIN_VALUE ? cells[FIELDS * place] : ends[0];
        ends[1] = cells[FIELDS * place];
      }
    }
    return ends;
  }

  private boolean known(int place, long now) {
    return cells[FIELDS * place + 2] <= now && now < cells[FIELDS * place + 3];
  }

  /** Forgets what is not newer. */
  void forget(long line) {
    int gone = place(line, Long.MAX_VALUE);
    if (gone > 0) {
      System.arraycopy(cells, FIELDS * gone, cells, 0, FIELDS * (size - gone));
      size -= gone;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < FIELDS * size; i++) {
      out.writeLong(cells[i]);
    }
  }

  void read(DataInput in) throws IOException {
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      insert(size, in.readLong(), in.readLong(), in.readLong());
      cells[FIELDS * (size - 1) + 3] = in.readLong();
    }
  }

  private void insert(int place, long time, long number, long known) {
    if (FIELDS * (size + 1) > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    int row = FIELDS * place;
    System.arraycopy(cells, row, cells, row + FIELDS, FIELDS * (size - place));
    cells[row] = time;
    cells[row + 1] = number;
    cells[row + 2] = known;
    cells[row + 3] = STILL;
    size++;
  }

  private boolean holds(int place, long time, long number) {
    return place < size && cells[FIELDS * place] == time && cells[FIELDS * place + 1] == number;
  }

  /** The first that is not before an event. */
  private int place(long time, long number) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      long its = cells[FIELDS * middle];
      if (its < time || (its == time && cells[FIELDS * middle + 1] < number)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
