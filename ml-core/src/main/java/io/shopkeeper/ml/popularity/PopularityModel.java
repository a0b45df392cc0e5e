package io.shopkeeper.ml.popularity;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntPredicate;

/**
 * Popularity with exponential decay: an interaction counts half as much after each half-life.
 * Immutable and safe for use by several threads.
 *
 * <p>Stored as: magic {@code SKPO}, format version, items, their scores, big-endian.
 */
public final class PopularityModel implements RankingModel {

  private static final int MAGIC = 0x534B504F;
  private static final int FORMAT = 1;

  private final float[] scores;

  private PopularityModel(float[] scores) {
    this.scores = scores;
  }

  /**
   * Counts.
   *
   * @param items how many items there are
   * @param halfLife in the unit of the ages, greater than 0, infinite where nothing grows old
   */
  public static Counter counter(int items, double halfLife) {
    return new Counter(items, halfLife);
  }

  /** How many items it knows. */
  @Override
  public int items() {
    return scores.length;
  }

  /** The decayed weight of an item; 0 for an unknown one. */
  public float scoreOf(int item) {
    return item >= 0 && item < scores.length ? scores[item] : 0;
  }

  /** The same for every history; −∞ for what nobody wants. */
  @Override
  public void score(History history, float[] written) {
    for (int item = 0; item < scores.length; item++) {
      written[item] = scores[item] > 0 ? scores[item] : Float.NEGATIVE_INFINITY;
    }
  }

  /** The most popular admissible items. */
  public ScoredItems top(int n, IntPredicate admissible) {
    var best = new TopItems(n);
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0 && admissible.test(item)) {
        best.offer(item, scores[item]);
      }
    }
    return best.drain();
  }

  /** Stores the model. */
  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    StoredForm.write(out, scores);
  }

  /**
   * Reads a stored model.
   *
   * @throws IOException if the bytes are not such a model, or of a later format
   */
  public static PopularityModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
      throw new IOException("not a popularity model of format " + FORMAT);
    }
    return new PopularityModel(StoredForm.readFloats(in));
  }

  /** Adds interactions up. For one thread. */
  public static final class Counter {

    private final double[] sums;
    private final double halfLife;

    private Counter(int items, double halfLife) {
      if (!(halfLife > 0)) {
        throw new IllegalArgumentException("halfLife must be greater than 0, but is " + halfLife);
      }
      this.sums = new double[items];
      this.halfLife = halfLife;
    }

    /**
     * Counts one interaction.
     *
     * @param weight how much it counts when new
     * @param age how old it is, at least 0
     */
    public void add(int item, double weight, double age) {
      sums[item] += weight * Math.pow(0.5, Math.max(0, age) / halfLife);
    }

    /** The model. */
    public PopularityModel build() {
      float[] scores = new float[sums.length];
      for (int item = 0; item < sums.length; item++) {
        scores[item] = (float) sums[item];
      }
      return new PopularityModel(scores);
    }
  }
}
