package io.shopkeeper.fraud.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a condition as a text that {@link RuleParser} makes the same condition of. */
public final class RulePrinter {

  private RulePrinter() {}

  /** On one line. */
  public static String print(Condition condition) {
    return switch (condition) {
      case Condition.And and -> all(and.parts());
      case Condition.Or or -> either(or.parts());
      case Condition.Not not -> "not " + tight(not.part());
      case Condition.Compare compare ->
          compare.feature() + " " + compare.is().sign() + " " + number(compare.limit());
      case Condition.Between between ->
          "%s between %s and %s"
              .formatted(between.feature(), number(between.from()), number(between.to()));
      case Condition.Missing missing -> missing.feature() + " is missing";
      case Condition.Is is ->
          "%s = \"%s\""
              .formatted(is.field().code(), is.text().replace("\\", "\\\\").replace("\"", "\\\""));
      case Condition.MissingText missing -> missing.field().code() + " is missing";
      case Condition.InList in -> in.field().code() + " in list " + in.list();
    };
  }

  private static String all(List<Condition> parts) {
    return parts.stream().map(RulePrinter::tight).collect(Collectors.joining(" and "));
  }

  /** "and" binds more tightly than "or": no parentheses are needed around it. */
  private static String either(List<Condition> parts) {
    return parts.stream()
        .map(part -> part instanceof Condition.And ? print(part) : tight(part))
        .collect(Collectors.joining(" or "));
  }

  /** In parentheses where it would be read otherwise without. */
  private static String tight(Condition part) {
    return part instanceof Condition.And || part instanceof Condition.Or
        ? "(" + print(part) + ")"
        : print(part);
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
