package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.List;

/**
 * What must hold of a payment: the tree that {@link RuleParser} makes of a text and {@link
 * RulePrinter} writes as one.
 */
public sealed interface Condition {

  /** All hold; two at least. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = several(parts);
    }
  }

  /** One holds at least; two at least. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = several(parts);
    }
  }

  /** It does not hold. */
  record Not(Condition part) implements Condition {}

  /** What asks for one thing only. */
  sealed interface Test extends Condition {}

  /** What asks for a number. */
  sealed interface OfFeature extends Test {
    /** A name of {@link PaymentFeatures}. */
    String feature();
  }

  /** What asks for a text. */
  sealed interface OfKey extends Test {
    /** Which. */
    KeyField field();
  }

  /** A feature beside a number. */
  record Compare(String feature, Comparison is, double limit) implements OfFeature {
    public Compare {
      known(feature);
      limit = number(limit);
    }

    /** Of a value that can be said. */
    public boolean holds(double seen) {
      return is.holds(seen, limit);
    }
  }

  /** A feature from a number to another, both of them included. */
  record Between(String feature, double from, double to) implements OfFeature {
    public Between {
      known(feature);
      from = number(from);
      to = number(to);
      if (from > to) {
        throw new IllegalArgumentException("from " + from + " to " + to + " nothing lies between");
      }
    }

    /** Of a value that can be said. */
    public boolean holds(double seen) {
      return seen >= from && seen <= to;
    }
  }

  /** A feature cannot be said, such as of the card of a payment without one. */
  record Missing(String feature) implements OfFeature {
    public Missing {
      known(feature);
    }
  }

  /** A text is this one. */
  record Is(KeyField field, String text) implements OfKey {}

  /** A text is not known. */
  record MissingText(KeyField field) implements OfKey {}

  /** A text is in a list. */
  record InList(KeyField field, String list) implements OfKey {}

  private static void known(String feature) {
    if (PaymentFeatures.find(feature).isEmpty()) {
      throw new IllegalArgumentException("There is no feature " + feature + ".");
    }
  }

  private static double number(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a number is needed, not " + number);
    }
    return number + 0.0; // -0 and 0 are one
  }

  private static List<Condition> several(List<Condition> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException("two conditions at least are needed");
    }
    return List.copyOf(parts);
  }
}
