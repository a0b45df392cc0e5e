package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * E-mail addresses in lower case without a mailto:, telephone numbers as + and digits (ITU-T
 * E.164). A national number gets the shop's country code where one is given; without it stays
 * national.
 */
final class ContactStep implements Step {

  private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().\\-/]{5,30}");
  private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
  private static final int FEWEST = 5;
  private static final int MOST = 15;

  /**
   * What to do.
   *
   * @param country calling code such as 44; empty for none
   */
  record Options(String country) {

    Options {
      if (!country.matches("\\d{0,3}")) {
        throw InvalidInputException.of("country", "must be a calling code such as 44 or 86");
      }
    }

    static Options read(OptionReader reader) {
      return new Options(reader.text("country").replaceFirst("^\\+", ""));
    }
  }

  private final Options options;

  ContactStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    row.get("email").ifPresent(value -> row.repair("email", email(value), "contact.email", ""));
    row.get("phone").ifPresent(value -> phone(row, value));
  }

  static String email(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replaceFirst("^(mailto:)+", "");
  }

  private void phone(Draft row, String value) {
    if (!PHONE.matcher(value.strip()).matches()) {
      row.doubt("phone", "contact.phone.odd", "does not look like a telephone number");
      return;
    }
    String digits = phone(value, options.country());
    long count = digits.chars().filter(Character::isDigit).count();
    if (count < FEWEST || count > MOST) {
      row.doubt("phone", "contact.phone.odd", "has %d digits".formatted(count));
      return;
    }
    row.repair("phone", digits, "contact.phone", "");
  }

  static String phone(String value, String country) {
    String digits = TRUNK.matcher(value).replaceAll("").replaceAll("[^\\d+]", "");
    if (digits.startsWith("00")) {
      return "+" + digits.substring(2);
    }
    boolean national = !digits.startsWith("+") && !country.isEmpty();
    return national ? "+" + country + digits.replaceFirst("^0", "") : digits;
  }
}
