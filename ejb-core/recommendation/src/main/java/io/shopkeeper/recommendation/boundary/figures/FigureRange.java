package io.shopkeeper.recommendation.boundary.figures;

import io.shopkeeper.platform.boundary.AskedFor;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which days figures are wanted, and how long an act counts.
 *
 * @param from the first day, UTC
 * @param to the last day, UTC, in it
 * @param windowHours how long after a product was shown an act on it counts, 1 to 720
 */
public record FigureRange(LocalDate from, LocalDate to, int windowHours) {

  /** How many days what was shown is kept. */
  public static final int MOST_DAYS = 90;

  private static final int USUAL_DAYS = 28;
  private static final int USUAL_HOURS = 24;
  private static final int MOST_HOURS = 720;

  /**
   * As it is asked for.
   *
   * @param from such as {@code 2026-11-01}; null or blank for 27 days before the last
   * @param to null or blank for today
   * @param window hours; null or blank for 24
   * @throws InvalidInputException with every fault, at {@code /from}, {@code /to} and {@code
   *     /window}
   */
  public static FigureRange of(String from, String to, String window, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate last = AskedFor.day(to, today, "/to", errors);
    LocalDate first = AskedFor.day(from, last.minusDays(USUAL_DAYS - 1L), "/from", errors);
    LocalDate oldest = today.minusDays(MOST_DAYS - 1L);
    if (AskedFor.blank(from) && !last.isBefore(oldest) && first.isBefore(oldest)) {
      first = oldest;
    }
    if (errors.isEmpty()) {
      order(first, last, oldest, today, errors);
    }
    int hours = hours(window, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new FigureRange(first, last, hours);
  }

  private static void order(
      LocalDate first, LocalDate last, LocalDate oldest, LocalDate today, List<FieldError> errors) {
    if (last.isAfter(today)) {
      errors.add(new FieldError("/to", "is later than today, %s UTC".formatted(today)));
    } else if (first.isAfter(last)) {
      errors.add(new FieldError("/from", "is later than the last day, %s".formatted(last)));
    } else if (first.isBefore(oldest)) {
      errors.add(
          new FieldError(
              "/from",
              "must be %s or later: what was shown is kept for %d days"
                  .formatted(oldest, MOST_DAYS)));
    }
  }

  private static int hours(String text, List<FieldError> errors) {
    if (AskedFor.blank(text)) {
      return USUAL_HOURS;
    }
    String hours = text.strip();
    int number = hours.matches("\\d{1,3}") ? Integer.parseInt(hours) : 0;
    if (number < 1 || number > MOST_HOURS) {
      errors.add(
          new FieldError(
              "/window", "must be a number of hours from 1 to %d".formatted(MOST_HOURS)));
    }
    return number;
  }

  /** When it begins. */
  public Instant begin() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When it ends, not in it. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Its days, the first first. */
  public List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
