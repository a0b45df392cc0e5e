package io.shopkeeper.platform.log;

import java.util.regex.Pattern;

/** Takes out of a text what must not stand in a log: addresses of people, and keys. */
final class Redaction {

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");
  private static final Pattern KEY = Pattern.compile("\\b([sp]k)_\\w{4,}");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)((?:password|passwd|secret|token)\\s*[=:]\\s*)[^\\s&;,\"}]+");

  private Redaction() {}

  static String of(String text) {
    String withoutMail = MAIL.matcher(text).replaceAll("<e-mail>");
    String withoutKeys = KEY.matcher(withoutMail).replaceAll("$1_<key>");
    return PASSWORD.matcher(withoutKeys).replaceAll("$1<secret>");
  }
}
