package io.shopkeeper.ml.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sample of a stream in which everything has the same chance: J. S. Vitter, "Random Sampling with
 * a Reservoir", 1985 (algorithm R). The same stream and seed give the same sample. For one thread.
 */
public final class Reservoir<T> {

  private final int most;
  private final SplittableRandom random;
  private final List<T> kept = new ArrayList<>();
  private long seen;

  /**
   * An empty one.
   *
   * @param most how many to keep, at least 1
   */
  public Reservoir(int most, long seed) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but is " + most);
    }
    this.most = most;
    this.random = new SplittableRandom(seed);
  }

  /** Takes something in. */
  public void add(T item) {
    seen++;
    if (kept.size() < most) {
      kept.add(item);
      return;
    }
    long place = random.nextLong(seen);
    if (place < most) {
      kept.set((int) place, item);
    }
  }

  /** What is kept. */
  public List<T> items() {
    return List.copyOf(kept);
  }

  /** How many went by. */
  public long seen() {
    return seen;
  }
}
