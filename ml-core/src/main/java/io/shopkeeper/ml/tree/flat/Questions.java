package io.shopkeeper.ml.tree.flat;

import java.util.Arrays;
import java.util.List;

/**
 * What trees ask of a row, for all splits by a feature at once; see {@link Question}. Those with
 * one threshold stand first, then those with several, then those of sets. An answer is a place
 * among the answers of all questions. Arrays are not to be written. Immutable and safe for use by
 * several threads.
 *
 * @param feature place in a row, by question
 * @param first answer of each question, then their number
 * @param keys thresholds in the order of whole numbers, {@value #ROOM} places for each question but
 *     those of sets; places left over are above all values
 * @param singles questions with one threshold
 * @param numbers those with one or several; the latter are a multiple of four
 */
record Questions(int[] feature, int[] first, int[] keys, int singles, int numbers) {

  /** Thresholds of a question at most, and one place more. */
  static final int ROOM = 256;

  private static final int EXPONENT = 0x7F800000;

  /** In the order of this class. */
  static Questions of(List<Question> sorted) {
    int count = sorted.size();
    int[] feature = sorted.stream().mapToInt(Question::feature).toArray();
    int[] first = new int[count + 1];
    int singles = (int) sorted.stream().filter(Question::single).count();
    int numbers = (int) sorted.stream().filter(question -> !question.categorical()).count();
    int[] keys = new int[numbers * ROOM];
    Arrays.fill(keys, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      first[i + 1] = first[i] + sorted.get(i).answers();
      float[] cuts = sorted.get(i).cuts();
      for (int cut = 0; cut < cuts.length; cut++) {
        keys[i * ROOM + cut] = key(cuts[cut]);
      }
    }
    return new Questions(feature, first, keys, singles, numbers);
  }

  /** How many. */
  int count() {
    return feature.length;
  }

  /** 1 if a finite value is above the threshold of a question with one, else 0. */
  int single(int question, float[] rows, int offset) {
    return -below(keys[question * ROOM], key(rows[offset + feature[question]]));
  }

  /**
   * The answers of finite values to four questions with several thresholds, side by side, so that
   * the processor has four searches to go on with.
   */
  void four(int question, float[] rows, int offset, int[] answers) {
    long valueA = key(rows[offset + feature[question]]);
    long valueB = key(rows[offset + feature[question + 1]]);
    long valueC = key(rows[offset + feature[question + 2]]);
    long valueD = key(rows[offset + feature[question + 3]]);
    int begin = question * ROOM;
    int a = begin;
    int b = begin + ROOM;
    int c = begin + 2 * ROOM;
    int d = begin + 3 * ROOM;
    for (int step = ROOM >>> 1; step > 0; step >>>= 1) {
      a += step & below(keys[a + step - 1], valueA);
      b += step & below(keys[b + step - 1], valueB);
      c += step & below(keys[c + step - 1], valueC);
      d += step & below(keys[d + step - 1], valueD);
    }
    answers[0] = first[question] + a - begin;
    answers[1] = first[question + 1] + b - begin - ROOM;
    answers[2] = first[question + 2] + c - begin - 2 * ROOM;
    answers[3] = first[question + 3] + d - begin - 3 * ROOM;
  }

  /** The answer of a category. */
  int category(int question, float[] rows, int offset) {
    int category = (int) rows[offset + feature[question]];
    int known = first[question + 1] - first[question] - 2;
    return first[question] + (category >= 0 && category < known ? category : known);
  }

  /** The answer of a value, which may be missing. */
  int any(int question, float[] rows, int offset) {
    float value = rows[offset + feature[question]];
    if ((Float.floatToRawIntBits(value) & EXPONENT) == EXPONENT) {
      return first[question + 1] - 1;
    }
    if (question >= numbers) {
      return category(question, rows, offset);
    }
    long key = key(value);
    int at = question * ROOM;
    for (int step = ROOM >>> 1; step > 0; step >>>= 1) {
      at += step & below(keys[at + step - 1], key);
    }
    return first[question] + at - question * ROOM;
  }

  /** −1 if a threshold is below a value, else 0. */
  private static int below(int threshold, long value) {
    return (int) ((threshold - value) >> 63);
  }

  /** Whole numbers in the order of the floats; 0 and −0 alike. */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }
}
