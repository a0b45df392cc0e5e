package io.shopkeeper.console.placement;

import java.util.List;

/** The fields of rules; each is named as the recipe's document names it, below the rule. */
public enum RuleField {
  PRODUCT("product", Input.PRODUCT),
  PLACE("place", Input.NUMBER),
  BY("by", Input.CHOICE, "match", "margin", "stock", "newness"),
  STRENGTH("strength", Input.DECIMAL),
  TRAIT("trait", Input.CHOICE, "brand", "category"),
  MOST("most", Input.NUMBER),
  DAYS("days", Input.NUMBER),
  AGAIN_CATEGORIES("againCategories", Input.CATEGORIES),
  AGAIN_DAYS("againAfterDays", Input.NUMBER),
  FROM("from", Input.TIME),
  UNTIL("until", Input.TIME),
  PRODUCTS("filter/products", Input.PRODUCTS),
  CATEGORIES("filter/categories", Input.CATEGORIES),
  BRANDS("filter/brands", Input.BRANDS),
  PRICE_FROM("filter/priceFrom", Input.DECIMAL),
  PRICE_TO("filter/priceTo", Input.DECIMAL),
  STOCK_TO("filter/stockTo", Input.NUMBER),
  NEWER("filter/newerThanDays", Input.NUMBER);

  /** What a filter is made of. */
  static final List<RuleField> FILTER =
      List.of(PRODUCTS, CATEGORIES, BRANDS, PRICE_FROM, PRICE_TO, STOCK_TO, NEWER);

  /** How a field is filled in. */
  public enum Input {
    /** A product's id. */
    PRODUCT,
    /** Ids of products, with commas between. */
    PRODUCTS,
    /** A whole number. */
    NUMBER,
    /** A number. */
    DECIMAL,
    /** One of a few words. */
    CHOICE,
    /** A category in each line. */
    CATEGORIES,
    /** A brand in each line. */
    BRANDS,
    /** Day and time in the reader's zone. */
    TIME
  }

  private final String pointer;
  private final Input input;

  @SuppressWarnings("ImmutableEnumChecker") // the list refuses changes
  private final List<String> choices;

  RuleField(String pointer, Input input, String... choices) {
    this.pointer = pointer;
    this.input = input;
    this.choices = List.of(choices);
  }

  /** Its place below the rule, such as {@code filter/brands}. */
  String pointer() {
    return pointer;
  }

  /** Its name in the form, below the rule's. */
  String key() {
    return pointer.replace('/', '-');
  }

  Input input() {
    return input;
  }

  /** What can be chosen; empty for what is typed. */
  List<String> choices() {
    return choices;
  }
}
