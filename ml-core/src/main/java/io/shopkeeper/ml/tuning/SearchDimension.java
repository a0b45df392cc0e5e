package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.OptionField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * One option that is searched, as a number from 0 to 1.
 *
 * @param name of the option
 * @param type integer, decimal, switch or choice
 * @param least of a number
 * @param most of a number
 * @param logarithmic whether equal steps are equal factors; then least is above 0
 * @param choices of a choice or switch, as text
 */
public record SearchDimension(
    String name,
    OptionField.Type type,
    double least,
    double most,
    boolean logarithmic,
    List<String> choices) {

  /** Enough to tell settings apart, few enough to read. */
  private static final MathContext DIGITS = new MathContext(4);

  public SearchDimension {
    choices = List.copyOf(choices);
    if (choices.isEmpty() && !(least <= most)) {
      throw new IllegalArgumentException(
          "%s: the search must run from the least to the most, but runs from %s to %s"
              .formatted(name, least, most));
    }
    if (choices.isEmpty() && logarithmic && !(least > 0)) {
      throw new IllegalArgumentException(
          "%s: a logarithmic search must begin above 0, but begins at %s".formatted(name, least));
    }
  }

  static SearchDimension of(OptionField field) {
    List<String> choices =
        field.type() == OptionField.Type.SWITCH ? List.of("false", "true") : field.choices();
    double least = field.searchLeast().orElse(0);
    return new SearchDimension(
        field.name(),
        field.type(),
        least,
        field.searchMost().orElse(0),
        // Some begin at 0, which has no logarithm.
        field.logarithmic() && least > 0,
        choices);
  }

  /** Whether a search can choose an option: it has an order with a usual range, or choices. */
  public static boolean isSearched(OptionField field) {
    return switch (field.type()) {
      case INTEGER, DECIMAL -> field.searchLeast().isPresent();
      case SWITCH, CHOICE -> true;
      case INTEGERS, WORDS -> false;
    };
  }

  /** Whether it has no order. */
  boolean isChoice() {
    return !choices.isEmpty();
  }

  /** The option's value, as text, of a number from 0 to 1. */
  String value(double unit) {
    if (isChoice()) {
      return choices.get(place(unit));
    }
    return type == OptionField.Type.INTEGER
        ? Long.toString(integer(unit))
        : new BigDecimal(decimal(unit)).round(DIGITS).toString();
  }

  /** The place of a choice. */
  int place(double unit) {
    return (int) Math.min(choices.size() - 1, Math.floor(unit * choices.size()));
  }

  private double decimal(double unit) {
    double value =
        logarithmic
            ? Math.exp(Math.log(least) + unit * (Math.log(most) - Math.log(least)))
            : least + unit * (most - least);
    return Math.clamp(value, least, most);
  }

  /** Each whole number has an equal share, or one by its logarithm. */
  private long integer(double unit) {
    double end = most + 1;
    double value =
        logarithmic
            ? Math.exp(Math.log(least) + unit * (Math.log(end) - Math.log(least)))
            : least + unit * (end - least);
    return (long) Math.clamp(Math.floor(value), least, most);
  }

  /**
   * Where a value lies from 0 to 1: of a whole number the middle of its share.
   *
   * @param value as text
   */
  double unit(String value) {
    if (isChoice()) {
      return (Math.max(0, choices.indexOf(value)) + 0.5) / choices.size();
    }
    double number = Double.parseDouble(value);
    boolean whole = type == OptionField.Type.INTEGER;
    double shifted = Math.clamp(number, least, most) + (whole ? 0.5 : 0);
    double end = whole ? most + 1 : most;
    if (end == least) {
      return 0.5;
    }
    return logarithmic
        ? (Math.log(shifted) - Math.log(least)) / (Math.log(end) - Math.log(least))
        : (shifted - least) / (end - least);
  }
}
