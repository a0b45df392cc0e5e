package io.shopkeeper.ml.tree.forest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The rows of one tree of a forest, drawn with replacement.
 *
 * @param rows each once, rising
 * @param times how often each was drawn, at the same places
 * @param marks for each row of the table how often it was drawn
 */
record Bootstrap(int[] rows, int[] times, int[] marks) {

  static Bootstrap draw(int rows, double share, SplittableRandom random) {
    int[] marks = new int[rows];
    int draws = (int) Math.max(1, Math.round(share * rows));
    for (int i = 0; i < draws; i++) {
      marks[random.nextInt(rows)]++;
    }
    int[] chosen = new int[Math.min(rows, draws)];
    int[] times = new int[chosen.length];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (marks[row] > 0) {
        chosen[count] = row;
        times[count++] = marks[row];
      }
    }
    return new Bootstrap(Arrays.copyOf(chosen, count), Arrays.copyOf(times, count), marks);
  }
}
