package io.shopkeeper.ml.diversity;

/** Checks what is handed over. */
final class Scores {

  private Scores() {}

  static void check(float[] scores, int length) {
    if (length < 0) {
      throw new IllegalArgumentException("length must be 0 or more, but is " + length);
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "scores must be finite, but that of candidate %d is %s; leave it out"
                .formatted(i, scores[i]));
      }
    }
  }
}
