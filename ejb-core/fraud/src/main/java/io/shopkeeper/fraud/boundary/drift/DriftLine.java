package io.shopkeeper.fraud.boundary.drift;

import java.util.List;

/**
 * How far one thing has moved.
 *
 * @param name such as {@code card.count.1h}, or {@code score}
 * @param index population stability index: below 0.1 calm, from 0.2 on moved
 * @param missingThen share of payments without a value in training, 0 to 1
 * @param missingNow the same of the payments of today
 * @param bins of values; empty where the line is kept in short
 */
public record DriftLine(
    String name, double index, double missingThen, double missingNow, List<Bin> bins) {

  /** From here on it should be watched. */
  public static final double WATCH = 0.1;

  /** From here on it has moved. */
  public static final double MOVED = 0.2;

  public DriftLine {
    bins = List.copyOf(bins);
  }

  /**
   * A bin; values above {@code above} up to {@code upTo}.
   *
   * @param above null for the first
   * @param upTo null for the last
   * @param then share of all payments in training, 0 to 1
   * @param now share of all payments of today
   * @param term what it adds to the index
   */
  public record Bin(Double above, Double upTo, double then, double now, double term) {}

  /** The same without bins. */
  public DriftLine brief() {
    return new DriftLine(name, index, missingThen, missingNow, List.of());
  }
}
