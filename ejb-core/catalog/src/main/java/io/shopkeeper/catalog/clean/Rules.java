package io.shopkeeper.catalog.clean;

import io.shopkeeper.platform.boundary.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects what is wrong with the values of one record. For one thread. */
final class Rules {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("99999999999.99");
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private final List<FieldError> errors = new ArrayList<>();

  List<FieldError> errors() {
    return errors;
  }

  void fault(String field, String message) {
    errors.add(new FieldError("/" + field, message));
  }

  void id(String field, String value) {
    if (value == null || value.isEmpty()) {
      fault(field, "is missing");
    } else if (!ID.matcher(value).matches()) {
      fault(field, "must be 1 to 128 letters, digits and . _ : -");
    }
  }

  void optionalId(String field, String value) {
    if (value != null) {
      id(field, value);
    }
  }

  /**
   * Text of at most so many characters: whole ones, no control characters but line ends and tabs.
   */
  void text(String field, String value, int longest) {
    if (value == null) {
      return;
    }
    if (value.length() > longest) {
      fault(field, "has %d characters; at most %d are allowed".formatted(value.length(), longest));
    }
    boolean control =
        value
            .chars()
            .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    if (control) {
      fault(field, "contains control characters");
    }
    boolean halfCharacter =
        value
            .codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (halfCharacter) {
      fault(field, "contains half a character");
    }
  }

  void required(String field, Object value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      fault(field, "is missing");
    }
  }

  void currency(String field, String value) {
    if (value == null || !CURRENCIES.contains(value)) {
      fault(field, "must be an ISO 4217 code such as EUR or CNY");
    }
  }

  void money(String field, BigDecimal value) {
    if (value == null) {
      fault(field, "is missing");
    } else if (value.signum() < 0 || value.compareTo(HIGHEST_PRICE) > 0) {
      fault(field, "must be from 0 to " + HIGHEST_PRICE.toPlainString());
    } else if (value.stripTrailingZeros().scale() > 2) {
      fault(field, "must have two decimals at most");
    }
  }

  void range(String field, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      fault(field, "must be from %d to %d".formatted(lowest, highest));
    }
  }

  /** A time from 1990 to a day from now; clocks of senders differ. */
  void past(String field, Instant value, Instant now) {
    if (value == null) {
      fault(field, "is missing");
    } else if (value.isBefore(EARLIEST)) {
      fault(field, "is before 1990");
    } else if (value.isAfter(now.plus(1, ChronoUnit.DAYS))) {
      fault(field, "lies in the future");
    }
  }

  void anyTime(String field, Instant value) {
    if (value != null
        && (value.isBefore(EARLIEST) || value.isAfter(EARLIEST.plus(40_000, ChronoUnit.DAYS)))) {
      fault(field, "is before 1990 or after 2099");
    }
  }
}
