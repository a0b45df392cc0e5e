package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Words as places of a sparse row without a list of the words: a hash of the column's name and the
 * word says the place, one bit more the sign, so that words which share a place cancel out on the
 * average (K. Weinberger and others, "Feature Hashing for Large Scale Multitask Learning", ICML
 * 2009). New words need no new training. Immutable and safe for use by several threads.
 *
 * @param bits the row has 2 to that power places, 1 to 30
 */
public record HashedWords(int bits) {

  public HashedWords {
    WrongOptionException.unlessWithin("bits", bits, 1, 30);
  }

  /** Places of a row. */
  public int width() {
    return 1 << bits;
  }

  /**
   * Adds a word to a row.
   *
   * @param column whose word it is: the same word of another column has another place
   * @param value how much it counts, usually 1
   */
  public void add(String column, String word, float value, SparseRow row) {
    long hash = mixed(hash(word, mixed(hash(column, 0))));
    row.add((int) (hash >>> 1) & width() - 1, (hash & 1) == 0 ? value : -value);
  }

  private static long hash(String text, long from) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every bit changes every other. */
  private static long mixed(long hash) {
    long z = hash + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
