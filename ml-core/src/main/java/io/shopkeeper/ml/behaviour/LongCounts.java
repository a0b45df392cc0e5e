package io.shopkeeper.ml.behaviour;

/** How often positive numbers were added: open addressing, 12 bytes a place. For one thread. */
final class LongCounts {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;

  /** Is shown each number and how often it was added. */
  @FunctionalInterface
  interface Visitor {
    void count(long key, int count);
  }

  void add(long key) {
    if (key <= 0) {
      throw new IllegalArgumentException("not positive: " + key);
    }
    int place = place(key);
    if (keys[place] == 0) {
      keys[place] = key;
      used++;
    }
    counts[place]++;
    if (2 * used > keys.length) {
      grow();
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) ((key * MIX) >>> 32) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[Math.multiplyExact(oldKeys.length, 2)];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
      }
    }
  }

  /** In no order. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        visitor.count(keys[i], counts[i]);
      }
    }
  }
}
