package io.shopkeeper.platform.boundary.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition that a list can be narrowed by.
 *
 * @param sql with one question mark for each value
 * @param values what the given text means; empty where it means nothing, and then nothing fits
 */
record ListFilter(String sql, Function<String, Optional<List<Object>>> values) {

  private static final String NOTHING = "1 = 0";

  /** The condition for a text. */
  ListCondition on(String text) {
    return values
        .apply(text)
        .map(found -> new ListCondition(sql, found))
        .orElseGet(() -> new ListCondition(NOTHING, List.of()));
  }
}
