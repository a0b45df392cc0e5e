package io.shopkeeper.bench.peer;

/** How the trees of a boosting grow; all have 100 trees and a rate of 0.1. */
public enum TreeShape {
  /** Level by level, six deep. */
  DEPTH_6("depth 6"),
  /** The best leaf first, 63 leaves. */
  LEAVES_63("63 leaves");

  private final String words;

  TreeShape(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
