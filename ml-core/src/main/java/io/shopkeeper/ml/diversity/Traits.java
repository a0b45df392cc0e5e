package io.shopkeeper.ml.diversity;

import java.util.Collection;
import java.util.TreeSet;

/**
 * What is said of one thing, each once: words of its name, its brand, where it stands. Immutable
 * and safe for use by several threads.
 */
public final class Traits {

  private final String[] sorted;

  private Traits(String[] sorted) {
    this.sorted = sorted;
  }

  /** Of words in any order. */
  public static Traits of(Collection<String> words) {
    return new Traits(new TreeSet<>(words).toArray(String[]::new));
  }

  /**
   * The cosine: how many both have, divided by √(how many the one has · how many the other has). 0
   * where one has none. Of any number of things these make a positive semidefinite matrix.
   */
  public double cosine(Traits other) {
    int both = 0;
    for (int a = 0, b = 0; a < sorted.length && b < other.sorted.length; ) {
      int order = sorted[a].compareTo(other.sorted[b]);
      both += order == 0 ? 1 : 0;
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    return both == 0 ? 0 : both / Math.sqrt((double) sorted.length * other.sorted.length);
  }
}
