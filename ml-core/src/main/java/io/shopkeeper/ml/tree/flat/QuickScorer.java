package io.shopkeeper.ml.tree.flat;

import java.util.Arrays;

/**
 * Scores a row without walking: each feature's value strikes out the leaves that it rules out, in
 * all trees at once; the leftmost leaf that remains is the tree's. What a stretch of values strikes
 * out is kept ready, so that a feature costs one sweep over the trees, and nothing where it rules
 * nothing out.
 *
 * <p>Source: C. Lucchese, F. Nardini, S. Orlando, R. Perego, N. Tonellotto, R. Venturini,
 * "QuickScorer: a Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees",
 * SIGIR 2015; there the splits strike out one by one.
 *
 * <p>Arrays are not to be written. Immutable and safe for use by several threads.
 *
 * @param trees how many
 * @param questions what is asked
 * @param struck for each answer which masks are its, −1 where nothing is struck out
 * @param ofSingles the masks of what is above the threshold of a question with one
 * @param masks leaves that remain, by tree
 * @param values of leaves, {@value LeafMasks#MOST} for each tree
 */
record QuickScorer(
    int trees, Questions questions, int[] struck, int[] ofSingles, long[][] masks, float[] values) {

  /** Room for one row at a time. For one thread. */
  static final class Room {

    private final long[] leaves;
    private final int[] struck;
    private final int[] answers = new int[4];

    Room(QuickScorer scorer) {
      leaves = new long[scorer.trees];
      struck = new int[scorer.questions.count() + 1];
    }
  }

  /**
   * Finds the leaves of a row.
   *
   * @param finite whether the row has only finite numbers
   * @param begin first tree that counts
   * @param end after the last
   */
  void find(float[] rows, int offset, boolean finite, int begin, int end, Room room) {
    int count = finite ? ask(rows, offset, room) : askAny(rows, offset, room.struck);
    long[] leaves = room.leaves;
    int[] found = room.struck;
    Arrays.fill(leaves, begin, end, -1);
    int at = 0;
    for (; at + 4 <= count; at += 4) {
      strike(
          masks[found[at]],
          masks[found[at + 1]],
          masks[found[at + 2]],
          masks[found[at + 3]],
          leaves,
          begin,
          end);
    }
    for (; at < count; at++) {
      strike(masks[found[at]], leaves, begin, end);
    }
  }

  /** Collects masks without branches, because nobody could foretell them. */
  private int ask(float[] rows, int offset, Room room) {
    int[] found = room.struck;
    int count = 0;
    for (int question = 0; question < questions.singles(); question++) {
      found[count] = ofSingles[question];
      count += questions.single(question, rows, offset);
    }
    int[] answers = room.answers;
    for (int question = questions.singles(); question < questions.numbers(); question += 4) {
      questions.four(question, rows, offset, answers);
      for (int i = 0; i < 4; i++) {
        count = take(answers[i], found, count);
      }
    }
    for (int question = questions.numbers(); question < questions.count(); question++) {
      count = take(questions.category(question, rows, offset), found, count);
    }
    return count;
  }

  private int take(int answer, int[] found, int count) {
    int taken = struck[answer];
    found[count] = taken;
    return count + 1 + (taken >> 31);
  }

  private int askAny(float[] rows, int offset, int[] found) {
    int count = 0;
    for (int question = 0; question < questions.count(); question++) {
      count = take(questions.any(question, rows, offset), found, count);
    }
    return count;
  }

  /** All places are the same, so that the compiler makes vectors of it. */
  private static void strike(
      long[] a, long[] b, long[] c, long[] d, long[] leaves, int begin, int end) {
    for (int i = begin; i < end; i++) {
      leaves[i] &= a[i] & b[i] & c[i] & d[i];
    }
  }

  private static void strike(long[] a, long[] leaves, int begin, int end) {
    for (int i = begin; i < end; i++) {
      leaves[i] &= a[i];
    }
  }

  /** Adds the values of the leaves that were found to a sum, tree after tree. */
  double sum(Room room, int begin, int end, double start) {
    long[] leaves = room.leaves;
    double sum = start;
    for (int i = begin; i < end; i++) {
      sum += values[(i << 6) | Long.numberOfTrailingZeros(leaves[i])];
    }
    return sum;
  }
}
