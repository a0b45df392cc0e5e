package io.shopkeeper.fraud.boundary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cards, devices and addresses for people who need not know them: the first signs, so that two can
 * be told apart by the look of them, and no more.
 */
public final class Masked {

  private static final String MORE = "•••";
  private static final int SHOWN = 2;
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}");

  private Masked() {}

  /** The first two signs; of an IPv4 address the first two numbers. Null and blank stay. */
  public static String key(String text) {
    if (text == null || text.isBlank()) {
      return text;
    }
    Matcher address = ADDRESS.matcher(text);
    if (address.matches()) {
      return address.group(1) + "." + MORE;
    }
    int shown = Math.min(SHOWN, text.codePointCount(0, text.length()) / 2);
    return text.substring(0, text.offsetByCodePoints(0, shown)) + MORE;
  }
}
