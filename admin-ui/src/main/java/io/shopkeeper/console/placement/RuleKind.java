package io.shopkeeper.console.placement;

import io.shopkeeper.recommendation.boundary.recipe.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of rules and the fields of their forms. */
public enum RuleKind {
  PIN(false, RuleField.PRODUCT, RuleField.PLACE),
  BOOST(true, RuleField.BY, RuleField.STRENGTH),
  BURY(true),
  EXCLUDE(true),
  ONLY(true),
  CAP(false, RuleField.TRAIT, RuleField.MOST),
  AVAILABLE(true, RuleField.FROM, RuleField.UNTIL),
  HIDE_CART(false, RuleField.DAYS),
  HIDE_BOUGHT(false, RuleField.AGAIN_CATEGORIES, RuleField.AGAIN_DAYS);

  @SuppressWarnings("ImmutableEnumChecker") // the list refuses changes
  private final List<RuleField> fields;

  RuleKind(boolean filtered, RuleField... own) {
    List<RuleField> all = new ArrayList<>(List.of(own));
    if (filtered) {
      all.addAll(RuleField.FILTER);
    }
    this.fields = List.copyOf(all);
  }

  /** What its form asks for. */
  List<RuleField> fields() {
    return fields;
  }

  /** The kind of a rule. */
  static RuleKind of(Rule rule) {
    return switch (rule) {
      case Rule.Pin pin -> PIN;
      case Rule.Boost boost -> BOOST;
      case Rule.Bury bury -> BURY;
      case Rule.Exclude exclude -> EXCLUDE;
      case Rule.Only only -> ONLY;
      case Rule.Cap cap -> CAP;
      case Rule.Available available -> AVAILABLE;
      case Rule.HideCart cart -> HIDE_CART;
      case Rule.HideBought bought -> HIDE_BOUGHT;
    };
  }

  /** The kind of a name that a form sent. */
  static Optional<RuleKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
