package io.shopkeeper.ml.table.cells;

import java.math.BigDecimal;

/**
 * Decimal numbers as people write them: {@code -12.50}, without an exponent and without needless
 * zeros in front, of 17 digits at most. They are digits / 10^decimals, from which their text comes
 * back to the letter.
 */
final class PlainNumber {

  private static final int MOST_DIGITS = 17;
  private static final int MOST_DECIMALS = 22;
  private static final double[] POWERS = new double[MOST_DECIMALS + 1];

  static {
    for (int power = 0; power <= MOST_DECIMALS; power++) {
      POWERS[power] = Double.parseDouble("1e" + power);
    }
  }

  private PlainNumber() {}

  /** Digits behind the point; −1 if the text is no such number. */
  static int decimals(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int length = text.length();
    int point = -1;
    int digits = 0;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return -1;
      } else if (c > '0' || digits > 0) {
        digits++;
      }
    }
    int whole = (point < 0 ? length : point) - from;
    int behind = point < 0 ? 0 : length - point - 1;
    boolean plain =
        whole > 0
            && (point < 0 || behind > 0)
            && (whole == 1 || text.charAt(from) != '0')
            && (digits > 0 || from == 0);
    return plain && digits <= MOST_DIGITS && behind <= MOST_DECIMALS ? behind : -1;
  }

  /** All digits as one number, with the sign. */
  static long digits(String text) {
    long digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits = c >= '0' && c <= '9' ? 10 * digits + (c - '0') : digits;
    }
    return text.charAt(0) == '-' ? -digits : digits;
  }

  /** As it was written. */
  static String text(long digits, int decimals) {
    return decimals == 0
        ? Long.toString(digits)
        : BigDecimal.valueOf(digits, decimals).toPlainString();
  }

  /** The nearest float, as Float.parseFloat has it. */
  static float value(long digits, int decimals) {
    if (Math.abs(digits) < 1L << 53) {
      double near = digits / POWERS[decimals];
      // Rounded twice, a number beside the middle of two floats could go the wrong way.
      if ((Double.doubleToRawLongBits(near) & 0x1FFFFFFF) != 0x10000000) {
        return (float) near;
      }
    }
    return Float.parseFloat(text(digits, decimals));
  }

  /** Any number; NaN if the text is none. */
  static float parse(String cell) {
    char first = cell.charAt(cell.length() > 1 && "+-".indexOf(cell.charAt(0)) >= 0 ? 1 : 0);
    // Words such as 1f and 0x1p3 are numbers to Java alone.
    char last = cell.charAt(cell.length() - 1);
    if (!(Character.isDigit(first) || first == '.') || !(Character.isDigit(last) || last == '.')) {
      return Float.NaN;
    }
    try {
      return Float.parseFloat(cell);
    } catch (NumberFormatException word) {
      return Float.NaN;
    }
  }
}
