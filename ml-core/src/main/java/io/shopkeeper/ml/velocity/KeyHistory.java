package io.shopkeeper.ml.velocity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The events of one key that may still be looked at, ordered by time and number, with running sums:
 * what any window holds is the difference of two of them, and its ends are found by halving. What
 * is forgotten leaves its count and its sum behind. Sums run in whole numbers modulo 2^64, so that
 * a difference is right wherever it fits 63 bits, whatever came before.
 */
final class KeyHistory {

  private static final int FIRST_ROOM = 2;

  private final KeySpan span;
  private long[] times = new long[FIRST_ROOM];
  private long[] numbers = new long[FIRST_ROOM];

  /** Of all amounts up to and with the event. */
  private long[] sums = new long[FIRST_ROOM];

  /** By name, then by event. */
  private final String[][] values;

  private final DistinctCounter[] distinct;
  private FraudMarks marks = new FraudMarks();
  private int head;
  private int end;
  private long forgotten;
  private long forgottenSum;
  private long forgottenLast;
  private long first;

  /** Nothing at or before it is kept. */
  private long line = Long.MIN_VALUE;

  KeyHistory(KeySpan span, int names) {
    this.span = span;
    values = new String[names][FIRST_ROOM];
    distinct = new DistinctCounter[names];
    recount();
  }

  /** When the newest event was. */
  long newest() {
    return end > head ? times[end - 1] : forgottenLast;
  }

  int events() {
    return end - head;
  }

  private boolean empty() {
    return forgotten == 0 && end == head;
  }

  /**
   * Adds an event.
   *
   * @param named its values by name; null where it has none
   */
  Arrival add(long time, long number, long amount, String[] named) {
    if (!empty() && time - newest() > span.memory()) {
      restart();
    }
    if (time <= line) {
      return Arrival.TOO_LATE;
    }
    int place = place(time, number);
    if (place < end && times[place] == time && numbers[place] == number) {
      return Arrival.REPEATED;
    }
    first = empty() ? time : Math.min(first, time);
    boolean late = place < end;
    place -= makeRoom();
    insert(place, time, number, amount, named);
    if (late) {
      recount();
      return Arrival.LATE;
    }
    for (int name = 0; name < distinct.length; name++) {
      distinct[name].append(running(place), named[name]);
    }
    forget(time - span.horizon());
    return Arrival.IN_ORDER;
  }

  private void insert(int place, long time, long number, long amount, String[] named) {
    int after = end - place;
    long before = sumBefore(place);
    System.arraycopy(times, place, times, place + 1, after);
    System.arraycopy(numbers, place, numbers, place + 1, after);
    for (int i = end; i > place; i--) {
      sums[i] = sums[i - 1] + amount;
    }
    times[place] = time;
    numbers[place] = number;
    sums[place] = before + amount;
    for (int name = 0; name < values.length; name++) {
      System.arraycopy(values[name], place, values[name], place + 1, after);
      values[name][place] = named[name];
    }
    end++;
  }

  /** Room for one more; tells by how much places moved to the front. */
  private int makeRoom() {
    if (end < times.length) {
      return 0;
    }
    int moved = head;
    int room =
        2 * (end - head) <= times.length ? times.length : times.length + times.length / 2 + 1;
    times = moved(times, room);
    numbers = moved(numbers, room);
    sums = moved(sums, room);
    for (int name = 0; name < values.length; name++) {
      String[] to = new String[room];
      System.arraycopy(values[name], head, to, 0, end - head);
      values[name] = to;
    }
    end -= head;
    head = 0;
    return moved;
  }

  private long[] moved(long[] from, int room) {
    long[] to = new long[room];
    System.arraycopy(from, head, to, 0, end - head);
    return to;
  }

  private void restart() {
    head = end;
    forgotten = 0;
    forgottenSum = 0;
    marks = new FraudMarks();
    Arrays.stream(values).forEach(each -> Arrays.fill(each, null));
    recount();
  }

  private void forget(long upTo) {
    if (upTo <= line) {
      return;
    }
    line = upTo;
    while (head < end && times[head] <= line) {
      for (int name = 0; name < distinct.length; name++) {
        int its = name;
        distinct[name].forget(forgotten, at -> value(its, at));
        values[name][head] = null;
      }
      forgotten++;
      forgottenSum = sums[head];
      forgottenLast = times[head];
      head++;
    }
    marks.forget(line);
  }

  private void recount() {
    for (int name = 0; name < distinct.length; name++) {
      distinct[name] = new DistinctCounter(span.windows().length, forgotten);
      for (int place = head; place < end; place++) {
        distinct[name].append(running(place), values[name][place]);
      }
    }
  }

  /** Notes that an event is known as a fraud since a time; whether it is kept. */
  boolean mark(long time, long number, long known) {
    int place = place(time, number);
    boolean kept = place < end && times[place] == time && numbers[place] == number;
    if (kept) {
      marks.mark(time, number, known);
    }
    return kept;
  }

  /** Notes that it was none. */
  void clear(long time, long number, long at) {
    marks.clear(time, number, at);
  }

  /** What was there before an event, itself included or not. */
  KeyVelocity asOf(long time, long number, boolean included, KeyPlan plan) {
    int to = included && number < Long.MAX_VALUE ? place(time, number + 1) : place(time, number);
    long count = running(to);
    long last = to > head ? times[to - 1] : forgottenLast;
    boolean exact = newest() - time <= span.lateness();
    if (count == 0 || time - last > span.memory()) {
      return KeyVelocity.none(plan, exact);
    }
    int windows = span.windows().length;
    long[] counts = new long[windows];
    long[] sums = new long[windows];
    int[][] different = new int[distinct.length][windows];
    long sum = sumBefore(to);
    for (int window = 0; window < windows; window++) {
      int from = place(time - span.windows()[window], Long.MAX_VALUE);
      counts[window] = (long) to - from;
      sums[window] = sum - sumBefore(from);
      for (int name = 0; name < different.length; name++) {
        different[name][window] = different(name, window, from, to);
      }
    }
    int delayed = span.labelled() ? windows : 0;
    long[] labelled = new long[delayed];
    long[] frauds = new long[delayed];
    countLabels(time, to, labelled, frauds);
    long[] ends = fraudEnds(time);
    return new KeyVelocity(
        time - first,
        time - last,
        count,
        sum,
        exact,
        counts,
        sums,
        different,
        labelled,
        frauds,
        since(time, ends[0]),
        since(time, ends[1]));
  }

  /** The first and the last known fraud in the longest window of labels. */
  private long[] fraudEnds(long time) {
    if (!span.labelled()) {
      return new long[] {Long.MIN_VALUE, Long.MIN_VALUE};
    }
    long until = time - span.delay();
    long[] windows = span.windows();
    return marks.ends(until - windows[windows.length - 1], until, time);
  }

  private static long since(long time, long then) {
    return then == Long.MIN_VALUE ? KeyVelocity.NEVER : time - then;
  }

  private void countLabels(long time, int to, long[] labelled, long[] frauds) {
    if (labelled.length == 0) {
      return;
    }
    long until = time - span.delay();
    int behind = Math.min(to, place(until, Long.MAX_VALUE));
    for (int window = 0; window < labelled.length; window++) {
      long after = until - span.windows()[window];
      labelled[window] = Math.max(0, behind - place(after, Long.MAX_VALUE));
      frauds[window] = labelled[window] == 0 ? 0 : marks.count(after, until, time);
    }
  }

  private int different(int name, int window, int from, int to) {
    if (to == end) {
      return distinct[name].count(window, running(from), at -> value(name, at));
    }
    Set<String> found = new HashSet<>();
    for (int place = from; place < to; place++) {
      if (values[name][place] != null) {
        found.add(values[name][place]);
      }
    }
    return found.size();
  }

  /** The number of an event among all that ever were. */
  private long running(int place) {
    return forgotten + (place - head);
  }

  private String value(int name, long running) {
    return values[name][(int) (running - forgotten) + head];
  }

  private long sumBefore(int place) {
    return place == head ? forgottenSum : sums[place - 1];
  }

  /** The first event that is not before a time and number. */
  private int place(long time, long number) {
    if (end > head
        && (times[end - 1] < time || (times[end - 1] == time && numbers[end - 1] < number))) {
      return end;
    }
    int low = head;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time || (times[middle] == time && numbers[middle] < number)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(forgotten);
    out.writeLong(forgottenSum);
    out.writeLong(forgottenLast);
    out.writeLong(first);
    out.writeLong(line);
    out.writeInt(end - head);
    for (int place = head; place < end; place++) {
      out.writeLong(times[place]);
      out.writeLong(numbers[place]);
      out.writeLong(sums[place]);
      for (String[] named : values) {
        Texts.write(out, named[place]);
      }
    }
    marks.write(out);
  }

  void read(DataInput in) throws IOException {
    forgotten = in.readLong();
    forgottenSum = in.readLong();
    forgottenLast = in.readLong();
    first = in.readLong();
    line = in.readLong();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      makeRoom();
      times[end] = in.readLong();
      numbers[end] = in.readLong();
      sums[end] = in.readLong();
      for (String[] named : values) {
        named[end] = Texts.read(in);
      }
      end++;
    }
    marks.read(in);
    recount();
  }
}
