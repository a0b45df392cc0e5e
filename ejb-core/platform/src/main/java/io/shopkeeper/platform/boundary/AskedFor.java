package io.shopkeeper.platform.boundary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Reads what an address asks for. */
public final class AskedFor {

  private AskedFor() {}

  /** Whether nothing is asked for. */
  public static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /**
   * A day.
   *
   * @param text such as {@code 2026-11-01}; null or blank for {@code otherwise}
   * @param otherwise what is meant without a day, and goes on being read with where there is a
   *     fault
   * @param pointer of the fault, such as {@code /from}
   * @param errors to which the fault is added
   */
  public static LocalDate day(
      String text, LocalDate otherwise, String pointer, List<FieldError> errors) {
    if (blank(text)) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException unreadable) {
      errors.add(new FieldError(pointer, "must be a day such as 2026-11-24"));
      return otherwise;
    }
  }
}
