package io.shopkeeper.prediction.features;

import io.shopkeeper.prediction.boundary.DataColumn;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is known of a subject at a moment, as a number or a word.
 *
 * @param <K> what is known of the subject
 */
public interface Feature<K> {

  /** What it is about. */
  enum Topic {
    BROWSING,
    BUYING,
    MONEY,
    AFTERWARDS,
    HABIT,
    PRODUCT,
    TOGETHER
  }

  /** The name of its column, the same in every language. */
  String code();

  /** What it is about. */
  Topic topic();

  /** A number or a word. */
  DataColumn.Kind kind();

  /** Its value as a cell of a table; null where it cannot be said. */
  String of(K known);

  /** The values of some features, as cells by column. */
  static <K> Map<String, String> cells(Iterable<? extends Feature<K>> features, K known) {
    Map<String, String> cells = new LinkedHashMap<>();
    features.forEach(feature -> cells.put(feature.code(), feature.of(known)));
    return cells;
  }

  /**
   * A number as a cell, as precise as models compute with and without an exponent; null for none
   * and for the infinite.
   */
  static String number(double value) {
    if (!Float.isFinite((float) value)) {
      return null;
    }
    float precise = (float) value;
    return precise == Math.rint(precise) && Math.abs(precise) < 1e7
        ? Long.toString((long) precise)
        : new BigDecimal(Float.toString(precise)).stripTrailingZeros().toPlainString();
  }
}
