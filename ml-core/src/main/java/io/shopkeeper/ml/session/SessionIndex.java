package io.shopkeeper.ml.session;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sessions, the latest first, and for each item the latest that have it. The arrays are not copied:
 * do not change them.
 *
 * @param counts in how many of all sessions each item is, also of those that are not kept
 * @param all how many sessions there were
 * @param starts of each session in {@code items}, and the end of the last
 * @param items of the sessions, each once in a session
 * @param ends when the sessions ended, in milliseconds, not rising
 * @param postingStarts of each item in {@code postings}, and the end of the last
 * @param postings sessions, the latest first
 * @param places where in its session the item is, in the order of {@code postings}
 */
record SessionIndex(
    int[] counts,
    int all,
    int[] starts,
    int[] items,
    long[] ends,
    int[] postingStarts,
    int[] postings,
    short[] places) {

  /**
   * Builds.
   *
   * @param found all sessions in any order
   * @param itemCount how many items there are
   * @param most sessions that are kept for each item
   */
  static SessionIndex of(List<Session> found, int itemCount, int most) {
    int[] counts = new int[itemCount];
    for (Session session : found) {
      for (int item : session.items()) {
        counts[item]++;
      }
    }
    int[] seen = new int[itemCount];
    // A session of one item has nothing to say about what is next.
    List<Session> kept =
        found.stream()
            .filter(session -> session.items().length > 1)
            .sorted(Comparator.comparingLong(Session::end).reversed())
            .filter(session -> among(session, seen, most))
            .toList();
    int[] starts = new int[kept.size() + 1];
    for (int s = 0; s < kept.size(); s++) {
      starts[s + 1] = starts[s] + kept.get(s).items().length;
    }
    return of(
        counts,
        found.size(),
        starts,
        kept.stream().flatMapToInt(session -> Arrays.stream(session.items())).toArray(),
        kept.stream().mapToLong(Session::end).toArray(),
        most);
  }

  /** Whether a session is among the latest of any of its items; counts it for all of them. */
  private static boolean among(Session session, int[] seen, int most) {
    boolean wanted = false;
    for (int item : session.items()) {
      wanted |= seen[item]++ < most;
    }
    return wanted;
  }

  private static SessionIndex of(
      int[] counts, int all, int[] starts, int[] items, long[] ends, int most) {
    int[] postingStarts = new int[counts.length + 1];
    for (int item : items) {
      postingStarts[item + 1]++;
    }
    for (int item = 0; item < counts.length; item++) {
      postingStarts[item + 1] = postingStarts[item] + Math.min(most, postingStarts[item + 1]);
    }
    int[] postings = new int[postingStarts[counts.length]];
    short[] places = new short[postings.length];
    int[] next = Arrays.copyOf(postingStarts, counts.length);
    for (int session = 0; session < ends.length; session++) {
      for (int cell = starts[session]; cell < starts[session + 1]; cell++) {
        int item = items[cell];
        if (next[item] < postingStarts[item + 1]) {
          places[next[item]] = (short) (cell - starts[session]);
          postings[next[item]++] = session;
        }
      }
    }
    return new SessionIndex(counts, all, starts, items, ends, postingStarts, postings, places);
  }

  /** How many are kept. */
  int sessions() {
    return ends.length;
  }

  /** 1 + ln(all sessions / those with the item), to a power. */
  float[] rarity(double power) {
    float[] rarity = new float[counts.length];
    for (int item = 0; item < rarity.length; item++) {
      double logarithm = Math.log((double) all / Math.max(1, counts[item]));
      rarity[item] = (float) Math.pow(1 + Math.max(0, logarithm), power);
    }
    return rarity;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(all);
    StoredForm.write(out, counts);
    StoredForm.write(out, starts);
    StoredForm.write(out, items);
    StoredForm.write(
        out, IntStream.range(0, ends.length).map(s -> (int) (ends[s] >>> 32)).toArray());
    StoredForm.write(out, Arrays.stream(ends).mapToInt(end -> (int) end).toArray());
  }

  static SessionIndex read(DataInput in, int most) throws IOException {
    int all = in.readInt();
    int[] counts = StoredForm.readInts(in);
    int[] starts = StoredForm.readInts(in);
    int[] items = StoredForm.readInts(in);
    int[] high = StoredForm.readInts(in);
    int[] low = StoredForm.readInts(in);
    boolean sound =
        high.length == low.length
            && starts.length == low.length + 1
            && starts[0] == 0
            && starts[low.length] == items.length
            && IntStream.of(counts).allMatch(count -> count >= 0)
            && IntStream.of(items).allMatch(item -> item >= 0 && item < counts.length)
            && IntStream.range(0, low.length).allMatch(s -> length(starts, s));
    if (!sound) {
      throw new IOException("damaged: the sessions do not fit together");
    }
    long[] ends = new long[low.length];
    Arrays.setAll(ends, s -> ((long) high[s] << 32) | (low[s] & 0xffffffffL));
    return of(counts, all, starts, items, ends, most);
  }

  private static boolean length(int[] starts, int session) {
    long length = (long) starts[session + 1] - starts[session];
    return length > 0 && length <= Session.LONGEST;
  }
}
