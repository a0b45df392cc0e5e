package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.List;

/** Options of every kind, for tests. */
public record Mixed(
    @Limits(least = 1, most = 1000, searchLeast = 1, searchMost = 100, logarithmic = true)
        int trees,
    @Limits(least = 0, most = 1, searchLeast = 0.001, searchMost = 1, logarithmic = true)
        double rate,
    @Limits(least = 0, most = 10, searchLeast = 0, searchMost = 10) double depth,
    @Limits(least = 0, most = 5) int left,
    boolean balanced,
    Kind kind,
    List<Integer> widths) {

  /** A choice. */
  public enum Kind {
    PLAIN,
    ROUND,
    VERY_SHARP
  }

  /** To begin with. */
  public static final Mixed STANDARD = new Mixed(10, 0.1, 5, 3, false, Kind.PLAIN, List.of(32, 16));

  public Mixed {
    widths = List.copyOf(widths);
    WrongOptionException.unlessWithin("rate", rate, 0, 1);
    if (depth > 9 && trees > 50) {
      throw new WrongOptionException("depth", "must be at most 9 where there are over 50 trees");
    }
  }
}
