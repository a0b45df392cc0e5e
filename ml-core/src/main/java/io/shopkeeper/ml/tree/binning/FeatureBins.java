package io.shopkeeper.ml.tree.binning;

import java.util.Arrays;

/**
 * The bins of one feature. Bin 0 is for what is missing; the others begin at 1. Immutable and safe
 * for use by several threads.
 */
public final class FeatureBins {

  /** The bin of what is missing. */
  public static final int MISSING = 0;

  private static final int MOST_CUTS = 255;

  private final boolean categorical;
  private final float[] cuts;
  private final int[] kept;
  private final int[] binOf;
  private final long[] keys;

  private FeatureBins(boolean categorical, float[] cuts, int[] kept, int categories) {
    this.categorical = categorical;
    this.cuts = cuts;
    this.kept = kept;
    this.binOf = new int[categories];
    for (int place = 0; place < kept.length; place++) {
      binOf[kept[place]] = place + 1;
    }
    this.keys = new long[MOST_CUTS];
    Arrays.setAll(keys, cut -> cut < cuts.length ? key(cuts[cut]) : Integer.MAX_VALUE);
  }

  /**
   * Of numbers: bin b holds what is above cut b − 2 and at most cut b − 1.
   *
   * @param cuts rising; one less than there are bins of values
   */
  static FeatureBins ofCuts(float[] cuts) {
    return new FeatureBins(false, cuts, new int[0], 0);
  }

  /**
   * Of categories.
   *
   * @param kept those with a bin of their own, in the order of their bins
   * @param categories how many there are; the others count as missing
   */
  static FeatureBins ofCategories(int[] kept, int categories) {
    return new FeatureBins(true, new float[0], kept, categories);
  }

  /** Whether it is of categories. */
  public boolean categorical() {
    return categorical;
  }

  /** Bins, that of what is missing counted. */
  public int count() {
    return categorical ? kept.length + 1 : cuts.length + 2;
  }

  /** How many categories the schema has. */
  public int categories() {
    return binOf.length;
  }

  /** The greatest value of a bin of numbers; +∞ for the last. */
  public float upperEnd(int bin) {
    return bin - 1 < cuts.length ? cuts[bin - 1] : Float.POSITIVE_INFINITY;
  }

  /** The category of a bin from 1. */
  public int category(int bin) {
    return kept[bin - 1];
  }

  /** The bin of a value as a {@link io.shopkeeper.ml.table.Schema} gives it. */
  public int bin(float value) {
    if (Float.isNaN(value)) {
      return MISSING;
    }
    if (categorical) {
      int category = (int) value;
      return category >= 0 && category < binOf.length ? binOf[category] : MISSING;
    }
    return 1 + cutsBelow(value);
  }

  /** By halves, without branches, because nobody could foretell them. */
  private int cutsBelow(float value) {
    long key = key(value);
    int below = step(key, 0, 128);
    below = step(key, below, 64);
    below = step(key, below, 32);
    below = step(key, below, 16);
    below = step(key, below, 8);
    below = step(key, below, 4);
    below = step(key, below, 2);
    return step(key, below, 1);
  }

  private int step(long key, int below, int step) {
    return below + ((int) ((keys[below + step - 1] - key) >> 63) & step);
  }

  /** Whole numbers in the order of the floats; 0 and −0 alike. */
  private static int key(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  @Override
  public String toString() {
    return categorical ? "categories " + Arrays.toString(kept) : "cuts " + Arrays.toString(cuts);
  }
}
