package io.shopkeeper.nlp.classify;

import java.util.Arrays;

/** Counts in how many texts each feature occurs. Its memory grows with the features, not texts. */
final class GramCensus {

  private static final int CHUNK = 1 << 22;

  private final long[] waiting = new long[CHUNK];
  private int size;
  private long[] hashes = new long[0];
  private int[] counts = new int[0];

  /**
   * Counts a text's.
   *
   * @param found its features with repetitions; sorted thereby
   */
  void add(long[] found, int length) {
    Arrays.sort(found, 0, length);
    for (int i = 0; i < length; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        if (size == CHUNK) {
          merge();
        }
        waiting[size++] = found[i];
      }
    }
  }

  /** Those that occur in so many texts at least, rising. */
  Counted atLeast(int fewest) {
    merge();
    int kept = 0;
    for (int count : counts) {
      kept += count >= fewest ? 1 : 0;
    }
    long[] chosen = new long[kept];
    int[] texts = new int[kept];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= fewest) {
        chosen[at] = hashes[i];
        texts[at++] = counts[i];
      }
    }
    return new Counted(chosen, texts);
  }

  /**
   * Features.
   *
   * @param texts in how many texts each occurs
   */
  record Counted(long[] hashes, int[] texts) {}

  private void merge() {
    Arrays.sort(waiting, 0, size);
    long[] all = new long[hashes.length + size];
    int[] times = new int[all.length];
    int into = 0;
    int old = 0;
    int next = 0;
    while (old < hashes.length || next < size) {
      boolean fromOld = next == size || (old < hashes.length && hashes[old] <= waiting[next]);
      long hash = fromOld ? hashes[old] : waiting[next];
      if (into == 0 || all[into - 1] != hash) {
        all[into++] = hash;
      }
      times[into - 1] += fromOld ? counts[old++] : 1;
      next += fromOld ? 0 : 1;
    }
    hashes = Arrays.copyOf(all, into);
    counts = Arrays.copyOf(times, into);
    size = 0;
  }
}
