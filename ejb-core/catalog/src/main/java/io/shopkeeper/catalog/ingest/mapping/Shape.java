package io.shopkeeper.catalog.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the values of a column look like. */
enum Shape {
  TIME,
  EMAIL,
  ADDRESS,
  IP,
  CURRENCY,
  LANGUAGE,
  STARS,
  WHOLE,
  MONEY,
  FLAG,
  PATH,
  CHINESE,
  PROSE,
  STRUCTURE,
  ID,
  TEXT;

  private static final String DATE =
      "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([ T].*)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}( .*)?"
          + "|1\\d{9}|1\\d{12}|\\d{4}年\\d{1,2}月\\d{1,2}日.*";
  private static final Set<String> FLAGS =
      Set.of("true", "false", "yes", "no", "y", "n", "0", "1", "是", "否");

  /** Whether a value looks so. */
  boolean is(String text) {
    return switch (this) {
      case TIME -> text.matches(DATE);
      case EMAIL -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
      case ADDRESS -> text.matches("(https?://|/)\\S+");
      case IP -> text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");
      case CURRENCY -> text.matches("[A-Z]{3}");
      case LANGUAGE -> text.matches("[a-z]{2}([-_][A-Za-z]{2,4})?");
      case STARS -> text.matches("[0-5](\\.\\d)?");
      case WHOLE -> text.matches("-?\\d{1,9}");
      case MONEY -> text.matches("[\\p{Sc}]? ?-?\\d{1,9}([.,]\\d{1,4})?");
      case FLAG -> FLAGS.contains(text.toLowerCase(Locale.ROOT));
      case PATH -> text.matches("[^/]+(/[^/]+){1,5}");
      case CHINESE -> text.codePoints().anyMatch(Character::isIdeographic);
      case PROSE -> text.length() > 40 || (text.length() > 20 && CHINESE.is(text));
      case STRUCTURE -> text.startsWith("[") || text.startsWith("{") || text.matches("\\w+=.*");
      case ID -> text.matches("[A-Za-z0-9._:-]{1,128}");
      case TEXT -> true;
    };
  }

  /** The share of values that look so; 0 where there are none. */
  double share(List<String> values) {
    List<String> present = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    return present.isEmpty()
        ? 0
        : (double) present.stream().filter(this::is).count() / present.size();
  }
}
