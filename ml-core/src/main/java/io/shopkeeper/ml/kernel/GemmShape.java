package io.shopkeeper.ml.kernel;

/**
 * The sizes of C ← α·op(A)·op(B) + β·C.
 *
 * @param m rows of op(A) and C, 0 or more
 * @param n columns of op(B) and C, 0 or more
 * @param k columns of op(A), rows of op(B), 0 or more
 * @param transposeA whether A is given as k × m
 * @param transposeB whether B is given as n × k
 */
public record GemmShape(int m, int n, int k, boolean transposeA, boolean transposeB) {

  public GemmShape {
    if (m < 0 || n < 0 || k < 0) {
      throw new IllegalArgumentException(
          "sizes must not be negative, but are %d × %d × %d".formatted(m, n, k));
    }
  }

  /** A (m × k) by B (k × n). */
  public static GemmShape of(int m, int n, int k) {
    return new GemmShape(m, n, k, false, false);
  }

  /** Multiplications. */
  public long work() {
    return (long) m * n * k;
  }
}
