package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.RowTest;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;

/** A row test, ready to be asked. Safe for use by several threads. */
final class RowFilter {

  /** What can be asked. */
  static final Set<String> TESTS =
      Set.of("present", "missing", "equals", "differs", "like", "unlike", "above", "below");

  private final String column;
  private final Predicate<String> test;

  RowFilter(RowTest asked) {
    column = asked.column();
    test = predicate(asked.test(), asked.value() == null ? "" : asked.value());
  }

  private static Predicate<String> predicate(String test, String value) {
    var pattern = new Wildcard(value);
    return switch (test) {
      case "present" -> cell -> !cell.isBlank();
      case "missing" -> String::isBlank;
      case "equals" -> value::equals;
      case "differs" -> cell -> !value.equals(cell);
      case "like" -> pattern::matches;
      case "unlike" -> cell -> !pattern.matches(cell);
      case "above" -> cell -> compare(cell, value) > 0;
      case "below" -> cell -> compare(cell, value) < 0;
      default -> throw new IllegalArgumentException("unknown test " + test);
    };
  }

  /** Not a number is neither above nor below. */
  private static int compare(String cell, String value) {
    try {
      return new BigDecimal(cell.strip()).compareTo(new BigDecimal(value.strip()));
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  boolean passes(RowValues row) {
    return test.test(row.cell(column).strip());
  }
}
