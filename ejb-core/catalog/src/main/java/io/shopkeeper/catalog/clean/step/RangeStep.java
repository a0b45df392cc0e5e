package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Numbers and times that lie outside of what can be are set aside, flagged, or moved to the edge.
 */
final class RangeStep implements Step {

  /** What becomes of them. */
  enum Action {
    QUARANTINE,
    FLAG,
    CLIP
  }

  /**
   * What to do.
   *
   * @param low empty for no bound
   * @param high empty for no bound
   */
  record Options(String field, String low, String high, Action action) {

    Options {
      if (low.isEmpty() && high.isEmpty()) {
        throw InvalidInputException.of("low", "is missing, and so is high; give at least one");
      }
      check(field, "low", low);
      check(field, "high", high);
      if (!low.isEmpty() && !high.isEmpty() && compare(field, low, high).orElse(0) > 0) {
        throw InvalidInputException.of("low", "must not be above high");
      }
    }

    private static void check(String field, String name, String bound) {
      if (!bound.isEmpty() && compare(field, bound, bound).isEmpty()) {
        throw InvalidInputException.of(
            name,
            Fields.isTime(field)
                ? "must be a time such as 2020-01-01T00:00:00Z"
                : "must be a number");
      }
    }

    static Options read(OptionReader reader) {
      return new Options(
          reader.field("field"),
          reader.text("low"),
          reader.text("high"),
          reader.choice("action", Action.class));
    }
  }

  private final Options options;

  RangeStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    row.get(options.field()).ifPresent(value -> check(row, value));
  }

  private void check(Draft row, String value) {
    String edge = value;
    if (!options.low().isEmpty() && below(value, options.low())) {
      edge = options.low();
    } else if (!options.high().isEmpty() && below(options.high(), value)) {
      edge = options.high();
    }
    if (edge.equals(value)) {
      return;
    }
    String detail =
        "must be from %s to %s"
            .formatted(
                options.low().isEmpty() ? "…" : options.low(),
                options.high().isEmpty() ? "…" : options.high());
    switch (options.action()) {
      case QUARANTINE -> row.fault(options.field(), "range.outside", detail);
      case FLAG -> row.doubt(options.field(), "range.outside", detail);
      case CLIP -> row.repair(options.field(), edge, "range.clipped", detail);
    }
  }

  private boolean below(String a, String b) {
    return compare(options.field(), a, b).filter(sign -> sign < 0).isPresent();
  }

  private static Optional<Integer> compare(String field, String a, String b) {
    if (Fields.isTime(field)) {
      try {
        return Optional.of(Instant.parse(a).compareTo(Instant.parse(b)));
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }
    return NumberText.isPlain(a) && NumberText.isPlain(b)
        ? Optional.of(new BigDecimal(a).compareTo(new BigDecimal(b)))
        : Optional.empty();
  }
}
