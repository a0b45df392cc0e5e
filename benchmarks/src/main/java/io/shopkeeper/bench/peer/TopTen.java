package io.shopkeeper.bench.peer;

import java.util.Arrays;

/** The ten highest of a slice, by one pass with an insertion into a sorted list. */
public final class TopTen {

  private static final int TOP = 10;

  private TopTen() {}

  /** Their places in the slice, best first. */
  public static int[] of(float[] scores, int from, int count) {
    float[] best = new float[TOP];
    int[] at = new int[TOP];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < count; i++) {
      float score = scores[from + i];
      if (score > best[TOP - 1]) {
        int place = TOP - 1;
        for (; place > 0 && best[place - 1] < score; place--) {
          best[place] = best[place - 1];
          at[place] = at[place - 1];
        }
        best[place] = score;
        at[place] = i;
      }
    }
    return at;
  }
}
