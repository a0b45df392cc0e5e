package io.shopkeeper.prediction.boundary.behaviour;

import io.shopkeeper.platform.boundary.AskedFor;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is counted.
 *
 * @param from the first day, UTC
 * @param to the last day, UTC, in it
 * @param channel empty for all
 * @param segment whose
 */
public record BehaviourQuery(
    LocalDate from, LocalDate to, Optional<String> channel, Segment segment) {

  /** The longest period. */
  public static final int MOST_DAYS = 3660;

  /**
   * As it is asked for.
   *
   * @param from such as {@code 2026-11-01}; null or blank for as many days before the last as usual
   * @param to null or blank for {@code last}
   * @param channel null or blank for all
   * @param segment null or blank for everybody
   * @param last the last day of what is known
   * @param usualDays 1 or more
   * @throws InvalidInputException with every fault, at {@code /from}, {@code /to} and {@code
   *     /segment}
   */
  public static BehaviourQuery of(
      String from, String to, String channel, String segment, LocalDate last, int usualDays) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate end = AskedFor.day(to, last, "/to", errors);
    LocalDate begin = AskedFor.day(from, end.minusDays(usualDays - 1L), "/from", errors);
    if (errors.isEmpty() && begin.isAfter(end)) {
      errors.add(new FieldError("/from", "is later than the last day, %s".formatted(end)));
    } else if (errors.isEmpty() && begin.isBefore(end.minusDays(MOST_DAYS - 1L))) {
      errors.add(
          new FieldError("/from", "must be at most %d days before the last".formatted(MOST_DAYS)));
    }
    Segment whose = segment(segment, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new BehaviourQuery(
        begin,
        end,
        AskedFor.blank(channel) ? Optional.empty() : Optional.of(channel.strip()),
        whose);
  }

  private static Segment segment(String text, List<FieldError> errors) {
    if (AskedFor.blank(text)) {
      return Segment.EVERYBODY;
    }
    return Arrays.stream(Segment.values())
        .filter(segment -> segment.name().equals(text.strip()))
        .findFirst()
        .orElseGet(
            () -> {
              String names =
                  String.join(", ", Arrays.stream(Segment.values()).map(Enum::name).toList());
              errors.add(new FieldError("/segment", "must be one of " + names));
              return Segment.EVERYBODY;
            });
  }
}
