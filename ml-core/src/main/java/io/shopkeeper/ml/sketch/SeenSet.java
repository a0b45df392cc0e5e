package io.shopkeeper.ml.sketch;

import java.util.Arrays;

/**
 * Remembers texts that went by, by a hash of 64 bits: 8 to 16 bytes for each. Of n texts two that
 * differ are taken for one with a chance of n²/2^65, one in three million for five million texts.
 * Beyond its bound it takes nothing more in and says so. For one thread.
 */
public final class SeenSet {

  private static final int FIRST = 1024;
  private static final double FILL = 0.6;

  private final int most;
  private long[] table = new long[FIRST];
  private int size;
  private boolean zero;

  /**
   * An empty one.
   *
   * @param most entries at most; more are forgotten
   */
  public SeenSet(int most) {
    this.most = most;
  }

  /** Whether the text is new; it is remembered. */
  public boolean add(String text) {
    return addHash(hash(text));
  }

  /** Whether the bound is reached: what comes now is not remembered. */
  public boolean full() {
    return size >= most;
  }

  /** How many it remembers. */
  public int size() {
    return size + (zero ? 1 : 0);
  }

  private boolean addHash(long hash) {
    if (hash == 0) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    int place = find(table, hash);
    if (table[place] == hash) {
      return false;
    }
    if (!full()) {
      table[place] = hash;
      size++;
      if (size > table.length * FILL) {
        grow();
      }
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    Arrays.stream(table)
        .filter(hash -> hash != 0)
        .forEach(hash -> larger[find(larger, hash)] = hash);
    table = larger;
  }

  private static int find(long[] table, long hash) {
    int mask = table.length - 1;
    int place = (int) (hash ^ (hash >>> 32)) & mask;
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** 64 bits of a text: a polynomial over its characters, mixed as by MurmurHash3's finaliser. */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
