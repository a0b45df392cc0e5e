package io.shopkeeper.catalog.clean.step;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: 1,234.50 and 1.234,50 and 1 234,50 and 1'234.50 and (12.00) for a
 * negative one.
 */
final class NumberText {

  /** Which sign is before the decimals. */
  enum Decimal {
    POINT,
    COMMA
  }

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*");
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}([.,]\\d{3})+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2009'’]");
  private static final int GROUP = 3;

  private NumberText() {}

  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /** What a text says for sure about the sign before the decimals; empty where it fits both. */
  static Optional<Decimal> evidence(String text) {
    String digits = bare(text);
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    int point = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return Optional.of(point > comma ? Decimal.POINT : Decimal.COMMA);
    }
    int mark = Math.max(point, comma);
    if (mark < 0) {
      return Optional.empty();
    }
    Decimal found = point >= 0 ? Decimal.POINT : Decimal.COMMA;
    if (digits.indexOf(digits.charAt(mark)) < mark) {
      // Twice the same sign: groups of thousands.
      return Optional.of(found == Decimal.POINT ? Decimal.COMMA : Decimal.POINT);
    }
    boolean both = digits.length() - mark - 1 == GROUP && !digits.matches("[-+]?0[.,].*");
    return both ? Optional.empty() : Optional.of(found);
  }

  /**
   * The number with a point and nothing else; empty where it is none.
   *
   * @param decimal how to read what fits both ways, such as 1,234
   */
  static Optional<String> plain(String text, Decimal decimal) {
    String digits = bare(text);
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    boolean negative = digits.startsWith("-") || accounting(text);
    String unsigned = digits.replaceFirst("^[-+]", "");
    Decimal mark = evidence(unsigned).orElse(decimal);
    char point = mark == Decimal.POINT ? '.' : ',';
    char group = mark == Decimal.POINT ? ',' : '.';
    int place = unsigned.lastIndexOf(point);
    String whole = place < 0 ? unsigned : unsigned.substring(0, place);
    String decimals = place < 0 ? "" : unsigned.substring(place + 1);
    boolean grouped = whole.indexOf(group) >= 0;
    if (whole.indexOf(point) >= 0
        || decimals.indexOf(group) >= 0
        || (grouped && !GROUPS.matcher(whole).matches())) {
      return Optional.empty();
    }
    String number = whole.replace(String.valueOf(group), "");
    if (!decimals.isEmpty()) {
      // Three decimals would be read as a group of thousands the next time.
      boolean ambiguous = decimal == Decimal.COMMA && decimals.length() == GROUP;
      number = number + "." + decimals + (ambiguous ? "0" : "");
    }
    return Optional.of((negative ? "-" : "") + number).filter(NumberText::isPlain);
  }

  private static boolean accounting(String text) {
    return text.startsWith("(") && text.endsWith(")");
  }

  private static String bare(String text) {
    String inner = accounting(text) ? text.substring(1, text.length() - 1) : text;
    return BLANKS.matcher(inner).replaceAll("").replace('−', '-');
  }
}
