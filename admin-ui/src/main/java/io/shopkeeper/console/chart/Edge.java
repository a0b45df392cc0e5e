package io.shopkeeper.console.chart;

import java.util.Locale;

/** An edge of a bin as short as it can be said. */
final class Edge {

  private Edge() {}

  static String text(double edge) {
    return edge == Math.rint(edge) && Math.abs(edge) < 1e15
        ? Long.toString((long) edge)
        : String.format(Locale.ROOT, "%.3g", edge);
  }
}
