package io.shopkeeper.catalog.ingest.group;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes one value of those that the rows of a group have for a field. For one thread. */
final class Merge {

  private static final int MOST_DIFFERENT = 1000;

  private final String take;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private String value;

  Merge(String take) {
    this.take = take;
  }

  void add(String next) {
    if (next == null || next.isBlank()) {
      return;
    }
    if (take.equals("most")) {
      count(next);
    } else if (value == null || replaces(next)) {
      value = take.equals("sum") && value != null ? sum(next) : next;
    }
  }

  private void count(String next) {
    if (counts.size() < MOST_DIFFERENT || counts.containsKey(next)) {
      int count = counts.merge(next, 1, Integer::sum);
      if (value == null || count > counts.get(value)) {
        value = next;
      }
    }
  }

  private boolean replaces(String next) {
    return switch (take) {
      case "last", "sum" -> true;
      case "longest" -> next.length() > value.length();
      case "smallest" -> compare(next, value) < 0;
      case "largest" -> compare(next, value) > 0;
      default -> false;
    };
  }

  private String sum(String next) {
    try {
      return new BigDecimal(value).add(new BigDecimal(next)).toPlainString();
    } catch (NumberFormatException notNumbers) {
      return value;
    }
  }

  /** As numbers where both are, else as texts: dates of one form sort like that. */
  private static int compare(String a, String b) {
    try {
      return new BigDecimal(a).compareTo(new BigDecimal(b));
    } catch (NumberFormatException notNumbers) {
      return a.compareTo(b);
    }
  }

  /** Null where no row had a value. */
  String value() {
    return value;
  }
}
