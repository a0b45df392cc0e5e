package io.shopkeeper.fraud.rules;

import java.util.Arrays;

/** How many letters tell texts apart. */
public final class Edits {

  private Edits() {}

  /**
   * Whether one text becomes the other by so many changes at most: a letter more, less, another, or
   * two neighbours that change places (the optimal string alignment distance). Time grows with the
   * product of length and bound.
   *
   * @param most 0 or more
   */
  public static boolean within(String one, String other, int most) {
    return distance(one, other, most) <= most;
  }

  /** How many changes; {@code most + 1} where there are more. */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int far = most + 1;
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = Math.min(j, far);
    }
    for (int i = 1; i <= one.length(); i++) {
      Arrays.fill(row, far);
      row[0] = Math.min(i, far);
      int best = row[0];
      for (int j = Math.max(1, i - most); j <= Math.min(other.length(), i + most); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int changes = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          changes = Math.min(changes, beforeLast[j - 2] + 1);
        }
        row[j] = Math.min(changes, far);
        best = Math.min(best, row[j]);
      }
      if (best > most) {
        return far;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
