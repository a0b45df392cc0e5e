package io.shopkeeper.catalog.boundary.cleaning;

import static io.shopkeeper.catalog.boundary.cleaning.OptionKind.FIELD;
import static io.shopkeeper.catalog.boundary.cleaning.OptionKind.FIELDS;
import static io.shopkeeper.catalog.boundary.cleaning.OptionKind.FLAG;
import static io.shopkeeper.catalog.boundary.cleaning.OptionKind.LINES;
import static io.shopkeeper.catalog.boundary.cleaning.OptionKind.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps that a pipeline can have, each with what it can be told; the first choice counts. */
public enum StepType {
  /** Unicode form, control characters, blanks, words that mean nothing is known. */
  CHARACTERS(
      OptionSpec.choice("form", "AUTO", "NFKC", "NFC", "OFF"),
      OptionSpec.of("controls", FLAG, "true"),
      OptionSpec.of("blanks", FLAG, "true"),
      OptionSpec.of("empties", TEXT, "NULL, N/A, n.a., nan, none, -, --, 无, 未知"),
      OptionSpec.of("fields", FIELDS, "")),
  /** Signs and names of currencies; conversion by a table of rates. */
  CURRENCY(
      OptionSpec.of("standard", TEXT, ""),
      OptionSpec.of("convert", FLAG, "false"),
      OptionSpec.of("rates", LINES, "")),
  /** Numbers as other countries and spreadsheets write them. */
  NUMBER(
      OptionSpec.choice("decimal", "AUTO", "POINT", "COMMA"), OptionSpec.of("fields", FIELDS, "")),
  /** Times without a zone, days before months. */
  TIME(
      OptionSpec.of("zone", TEXT, ""),
      OptionSpec.choice("order", "AUTO", "DAY_FIRST", "MONTH_FIRST"),
      OptionSpec.of("fields", FIELDS, "")),
  /** Weights, lengths and volumes among the attributes. */
  UNITS(OptionSpec.of("names", TEXT, "")),
  /** Categories under the names that the shop uses. */
  CATEGORY(
      OptionSpec.of("variants", LINES, ""),
      OptionSpec.of("similarity", OptionKind.NUMBER, "0.75"),
      OptionSpec.choice("similar", "FLAG", "REPAIR", "OFF")),
  /** Texts that stand in the field of the other language. */
  LANGUAGE(OptionSpec.choice("action", "REPAIR", "FLAG")),
  /** E-mail addresses and telephone numbers in one spelling. */
  CONTACT(OptionSpec.of("country", TEXT, "")),
  /** A rule of the shop's own: when a field is so, then do that. */
  RULE(
      OptionSpec.of("field", FIELD, ""),
      OptionSpec.choice(
          "test",
          "EMPTY",
          "EQUALS",
          "ONE_OF",
          "BEGINS_WITH",
          "ENDS_WITH",
          "CONTAINS",
          "BELOW",
          "ABOVE",
          "NO_NUMBER",
          "ALWAYS"),
      OptionSpec.of("value", TEXT, ""),
      OptionSpec.choice("then", "SET", "REPLACE", "MAP", "CLEAR", "FLAG", "QUARANTINE"),
      OptionSpec.of("target", FIELD, ""),
      OptionSpec.of("to", LINES, "")),
  /** What is to become of a field without a value. */
  MISSING(
      OptionSpec.of("field", FIELD, ""),
      OptionSpec.choice("action", "QUARANTINE", "DEFAULT", "MEDIAN", "MODE", "MODEL", "FLAG"),
      OptionSpec.of("value", TEXT, ""),
      OptionSpec.of("by", FIELDS, "")),
  /** Numbers and times that lie outside of what can be. */
  RANGE(
      OptionSpec.of("field", FIELD, ""),
      OptionSpec.of("low", TEXT, ""),
      OptionSpec.of("high", TEXT, ""),
      OptionSpec.choice("action", "QUARANTINE", "FLAG", "CLIP")),
  /** Rows that stand twice in a file. */
  DUPLICATE(
      OptionSpec.of("key", FIELDS, ""),
      OptionSpec.choice("same", "FLAG", "QUARANTINE", "ACCEPT"),
      OptionSpec.choice("different", "FLAG", "QUARANTINE", "ACCEPT")),
  /** Things that are the same under another id. */
  NEAR(
      OptionSpec.of("similarity", OptionKind.NUMBER, "0.85"),
      OptionSpec.of("priceWithin", OptionKind.NUMBER, "0.1"),
      OptionSpec.choice("action", "FLAG", "QUARANTINE")),
  /** Values far from the usual ones: marked, never dropped. */
  OUTLIER(
      OptionSpec.choice("method", "ROBUST_Z", "IQR", "ISOLATION"),
      OptionSpec.of("fields", FIELDS, ""),
      OptionSpec.of("by", FIELD, ""),
      OptionSpec.choice("scale", "LINEAR", "LOG"),
      OptionSpec.of("limit", OptionKind.NUMBER, ""));

  // A list that cannot change; the check does not know so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<OptionSpec> options;

  StepType(OptionSpec... options) {
    this.options = List.of(options);
  }

  /** What it can be told, in the order of the form. */
  public List<OptionSpec> options() {
    return options;
  }

  /** From its name in any case. */
  public static Optional<StepType> of(String name) {
    for (StepType type : values()) {
      if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
