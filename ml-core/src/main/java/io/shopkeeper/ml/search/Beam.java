package io.shopkeeper.ml.search;

import java.util.Arrays;

/**
 * The nearest found so far, in order, and which of them were looked around already. Ties go to the
 * lower node. Each is one number: score, then node, then whether it is expanded, so that the order
 * of numbers is that of the search. For one thread.
 */
final class Beam {

  private static final long NODES = 0x7fff_ffffL;

  private long[] entries = new long[64];
  private int width;
  private int size;
  private int cursor;

  /** Empties it. */
  void start(int most) {
    if (entries.length < most) {
      entries = Arrays.copyOf(entries, Math.max(most, 2 * entries.length));
    }
    width = most;
    size = 0;
    cursor = 0;
  }

  int size() {
    return size;
  }

  int node(int place) {
    return (int) (NODES - (entries[place] >>> 1 & NODES));
  }

  float score(int place) {
    return Float.intBitsToFloat(ordered((int) (entries[place] >> 32)));
  }

  /** Bits whose order as numbers is that of the floats, and back. */
  private static int ordered(int bits) {
    return bits ^ (bits >> 31 & 0x7fff_ffff);
  }

  void offer(int node, float score) {
    // Where −0 and 0 are the same score, the lower node must win.
    long entry = (long) ordered(Float.floatToRawIntBits(score + 0f)) << 32 | (NODES - node) << 1;
    if (size == width && entry <= entries[size - 1]) {
      return;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries[middle] > entry) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    size = Math.min(width, size + 1);
    System.arraycopy(entries, low, entries, low + 1, size - low - 1);
    entries[low] = entry;
    cursor = Math.min(cursor, low);
  }

  /** The nearest that was not looked around; −1 where all were. */
  int next() {
    while (cursor < size && (entries[cursor] & 1) != 0) {
      cursor++;
    }
    if (cursor == size) {
      return -1;
    }
    entries[cursor] |= 1;
    return node(cursor);
  }
}
