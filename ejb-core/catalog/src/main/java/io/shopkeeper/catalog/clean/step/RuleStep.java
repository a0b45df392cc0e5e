package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of the shop's own: when a field is so, then set, replace, map or clear a field, flag the
 * row or set it aside. No regular expressions: nobody has to fear what they cost.
 */
final class RuleStep implements Step {

  /** When it works. */
  enum Test {
    EMPTY,
    EQUALS,
    ONE_OF,
    BEGINS_WITH,
    ENDS_WITH,
    CONTAINS,
    BELOW,
    ABOVE,
    NO_NUMBER,
    ALWAYS
  }

  /** What it does. */
  enum Then {
    SET,
    REPLACE,
    MAP,
    CLEAR,
    FLAG,
    QUARANTINE
  }

  /**
   * What to do.
   *
   * @param values what the field is compared with; several for one-of
   * @param target the field that changes
   * @param to the new value, or what is said of the row
   * @param map old value to new
   */
  record Options(
      String field,
      Test test,
      List<String> values,
      Then then,
      String target,
      String to,
      Map<String, String> map) {

    Options {
      boolean compares = test != Test.EMPTY && test != Test.NO_NUMBER && test != Test.ALWAYS;
      if (compares && values.isEmpty()) {
        throw InvalidInputException.of("value", "is missing: say what to compare with");
      }
      if ((test == Test.BELOW || test == Test.ABOVE) && !NumberText.isPlain(values.getFirst())) {
        throw InvalidInputException.of("value", "must be a number such as 100");
      }
      if (then == Then.REPLACE
          && test != Test.CONTAINS
          && test != Test.BEGINS_WITH
          && test != Test.ENDS_WITH) {
        throw InvalidInputException.of(
            "then", "replace goes with begins with, ends with or contains: that part is replaced");
      }
      if (then == Then.REPLACE && to.contains(values.getFirst())) {
        throw InvalidInputException.of("to", "holds what it replaces: it would grow each time");
      }
      if (then == Then.SET && to.isEmpty()) {
        throw InvalidInputException.of("to", "is missing: say the new value");
      }
      if (then == Then.MAP && map.isEmpty()) {
        throw InvalidInputException.of("to", "must be lines such as old=new");
      }
    }

    static Options read(OptionReader reader) {
      String field = reader.field("field");
      Then then = reader.choice("then", Then.class);
      Test test = reader.choice("test", Test.class);
      String target = reader.text("target");
      return new Options(
          field,
          test,
          test == Test.ONE_OF ? reader.words("value") : one(reader.text("value")),
          then,
          target.isEmpty() ? field : target,
          then == Then.MAP ? "" : reader.text("to"),
          then == Then.MAP ? reader.lines("to") : Map.of());
    }

    private static List<String> one(String value) {
      return value.isEmpty() ? List.of() : List.of(value);
    }
  }

  private final Options options;

  RuleStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    String value = row.get(options.field()).orElse("");
    if (matches(value)) {
      act(row, value);
    }
  }

  private boolean matches(String value) {
    return switch (options.test()) {
      case EMPTY -> value.isEmpty();
      case EQUALS, ONE_OF -> options.values().contains(value);
      case BEGINS_WITH -> value.startsWith(options.values().getFirst());
      case ENDS_WITH -> value.endsWith(options.values().getFirst());
      case CONTAINS -> value.contains(options.values().getFirst());
      case BELOW -> compare(value).filter(sign -> sign < 0).isPresent();
      case ABOVE -> compare(value).filter(sign -> sign > 0).isPresent();
      case NO_NUMBER -> !value.isEmpty() && !NumberText.isPlain(value);
      case ALWAYS -> true;
    };
  }

  private Optional<Integer> compare(String value) {
    return NumberText.isPlain(value)
        ? Optional.of(
            Integer.signum(
                new BigDecimal(value).compareTo(new BigDecimal(options.values().getFirst()))))
        : Optional.empty();
  }

  private void act(Draft row, String value) {
    String says =
        options.to().isEmpty()
            ? options.test() + " " + String.join(", ", options.values())
            : options.to();
    switch (options.then()) {
      case SET -> row.repair(options.target(), options.to(), "rule.set", "");
      case CLEAR -> row.repair(options.target(), null, "rule.clear", "");
      case REPLACE -> row.repair(options.field(), replaced(value), "rule.replace", "");
      case MAP ->
          row.get(options.target())
              .map(options.map()::get)
              .ifPresent(mapped -> row.repair(options.target(), mapped, "rule.map", ""));
      case FLAG -> row.doubt(options.field(), "rule.flag", says);
      case QUARANTINE -> row.fault(options.field(), "rule.refuse", says);
    }
  }

  private String replaced(String value) {
    String part = options.values().getFirst();
    String changed =
        switch (options.test()) {
          case BEGINS_WITH -> options.to() + value.substring(part.length());
          case ENDS_WITH -> value.substring(0, value.length() - part.length()) + options.to();
          default -> value.replace(part, options.to());
        };
    return changed.isBlank() ? null : changed;
  }
}
