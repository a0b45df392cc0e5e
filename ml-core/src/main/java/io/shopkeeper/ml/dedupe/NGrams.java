package io.shopkeeper.ml.dedupe;

import java.util.Arrays;

/**
 * How alike two texts are by the runs of three characters that they share: the coefficient of L. R.
 * Dice (1945), 2·|A ∩ B| / (|A| + |B|) over the multisets of runs. Texts are padded with a blank at
 * each end, so that first and last letters count. Order of the runs is ignored; no language is
 * needed, so Chinese works as well.
 */
public final class NGrams {

  private static final int LENGTH = 3;

  private NGrams() {}

  /** The sorted runs of a text as numbers: three characters of 16 bits each. */
  public static long[] of(String text) {
    String padded = " " + text + " ";
    int n = Math.max(0, padded.length() - LENGTH + 1);
    long[] runs = new long[n];
    for (int i = 0; i < n; i++) {
      runs[i] =
          ((long) padded.charAt(i) << 32)
              | ((long) padded.charAt(i + 1) << 16)
              | padded.charAt(i + 2);
    }
    Arrays.sort(runs);
    return runs;
  }

  /** From 0 (nothing shared) to 1 (the same runs). */
  public static double dice(String a, String b) {
    return dice(of(a), of(b));
  }

  /** Of runs that were made before. */
  public static double dice(long[] a, long[] b) {
    if (a.length + b.length == 0) {
      return 1;
    }
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * shared / (a.length + b.length);
  }
}
