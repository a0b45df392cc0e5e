package io.shopkeeper.fraud.review;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two texts are, and where to look for alike ones: MinHash over runs of five signs,
 * without blanks and punctuation, so that it works in any language. Of 64 smallest hashes, 16 bands
 * of 4 are kept: texts that share four fifths of their runs share a band in more than 99 of 100
 * cases, those that share three tenths in one of ten. Source: A. Broder, On the resemblance and
 * containment of documents, 1997. Immutable.
 */
final class AlikeTexts {

  /** From which share of common runs on texts are nearly the same. */
  static final double SAME = 0.7;

  private static final int RUN = 5;
  private static final int HASHES = 64;
  private static final int BANDS = 16;
  private static final int ROWS = HASHES / BANDS;

  private final Set<Long> runs;

  private AlikeTexts(Set<Long> runs) {
    this.runs = runs;
  }

  static AlikeTexts of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "");
    int[] signs = plain.codePoints().toArray();
    Set<Long> runs = new HashSet<>();
    for (int begin = 0; begin + RUN <= signs.length; begin++) {
      long hash = 1469598103934665603L;
      for (int i = begin; i < begin + RUN; i++) {
        hash = (hash ^ signs[i]) * 1099511628211L;
      }
      runs.add(hash);
    }
    return new AlikeTexts(runs);
  }

  /** Too short to say whether it is copied: "Very good" is written by many. */
  boolean isShort() {
    return runs.size() < 4 * RUN;
  }

  /** The share of common runs, 0 to 1. */
  double likeness(AlikeTexts other) {
    if (runs.isEmpty() || other.runs.isEmpty()) {
      return 0;
    }
    long common = runs.stream().filter(other.runs::contains).count();
    return (double) common / (runs.size() + other.runs.size() - common);
  }

  /** Under which it is kept; texts that are alike have one in common. */
  Set<Long> bands() {
    Set<Long> bands = new LinkedHashSet<>();
    if (isShort()) {
      return bands;
    }
    long[] least = new long[HASHES];
    for (int hash = 0; hash < HASHES; hash++) {
      long smallest = Long.MAX_VALUE;
      for (long run : runs) {
        smallest = Math.min(smallest, mixed(run ^ mixed(hash + 1)));
      }
      least[hash] = smallest;
    }
    for (int band = 0; band < BANDS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mixed(key * 31 + least[band * ROWS + row]);
      }
      bands.add(key);
    }
    return bands;
  }

  /** SplitMix64's last step. */
  private static long mixed(long seed) {
    long value = seed + 0x9E3779B97F4A7C15L;
    value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
    return value ^ (value >>> 31);
  }
}
