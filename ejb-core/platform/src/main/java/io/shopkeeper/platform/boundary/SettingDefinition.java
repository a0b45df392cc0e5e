package io.shopkeeper.platform.boundary;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A setting that a module offers: what it is called, what it may be, and what it is until somebody
 * changes it. Its words are in the bundle {@code settings} beside the class that owns it: under its
 * name, under its name with {@code .help}, and for its group under {@code group.} and the group's
 * name.
 *
 * <pre>{@code
 * static final SettingDefinition RETURN_DAYS =
 *     SettingDefinition.number("chat.return-days", 0, 3650, 30).ownedBy(ChatPolicy.class);
 * }</pre>
 *
 * @param name {@code group.name-of-it}, at most 120 characters
 * @param least of a number
 * @param most of a number, or characters of a text
 * @param choices in their order; empty unless it is a choice
 * @param mayBeEmpty whether it may be left open
 * @param defaultValue empty where it is open
 * @param environment the variable that overrides it
 * @param owner beside which its words are
 * @param guarded whether it changes only where its module says, by its own rules, such as two
 *     persons who agree
 */
public record SettingDefinition(
    String name,
    SettingType type,
    long least,
    long most,
    List<String> choices,
    boolean mayBeEmpty,
    String defaultValue,
    String environment,
    Class<?> owner,
    boolean guarded) {

  public SettingDefinition {
    choices = List.copyOf(choices);
    if (!name.matches("[a-z]+(\\.[A-Za-z0-9-]+)+")) {
      throw new IllegalArgumentException("a setting cannot be called " + name);
    }
  }

  /** A line of text, empty by default. */
  public static SettingDefinition text(String name, int longest) {
    return new SettingDefinition(
        name,
        SettingType.TEXT,
        0,
        longest,
        List.of(),
        true,
        "",
        variable(name),
        Object.class,
        false);
  }

  /** Lines of text, empty by default. */
  public static SettingDefinition longText(String name, int longest) {
    return new SettingDefinition(
        name,
        SettingType.LONG_TEXT,
        0,
        longest,
        List.of(),
        true,
        "",
        variable(name),
        Object.class,
        false);
  }

  /** A whole number. */
  public static SettingDefinition number(String name, long least, long most, long otherwise) {
    return new SettingDefinition(
        name,
        SettingType.INTEGER,
        least,
        most,
        List.of(),
        false,
        Long.toString(otherwise),
        variable(name),
        Object.class,
        false);
  }

  /** Yes or no. */
  public static SettingDefinition toggle(String name, boolean otherwise) {
    return new SettingDefinition(
        name,
        SettingType.SWITCH,
        0,
        0,
        List.of(),
        false,
        Boolean.toString(otherwise),
        variable(name),
        Object.class,
        false);
  }

  /** One of these words, the first by default; a word's own words are under the name and it. */
  public static SettingDefinition choice(String name, List<String> choices) {
    return new SettingDefinition(
        name,
        SettingType.CHOICE,
        0,
        0,
        choices,
        false,
        choices.getFirst(),
        variable(name),
        Object.class,
        false);
  }

  /** A time zone. */
  public static SettingDefinition timeZone(String name, String otherwise) {
    return new SettingDefinition(
        name,
        SettingType.TIME_ZONE,
        0,
        64,
        List.of(),
        false,
        otherwise,
        variable(name),
        Object.class,
        false);
  }

  /** A currency. */
  public static SettingDefinition currency(String name, String otherwise) {
    return new SettingDefinition(
        name,
        SettingType.CURRENCY,
        0,
        3,
        List.of(),
        false,
        otherwise,
        variable(name),
        Object.class,
        false);
  }

  /** The same with its owner. */
  public SettingDefinition ownedBy(Class<?> newOwner) {
    return new SettingDefinition(
        name, type, least, most, choices, mayBeEmpty, defaultValue, environment, newOwner, guarded);
  }

  /** The same, open by default. */
  public SettingDefinition optional() {
    return new SettingDefinition(
        name, type, least, most, choices, true, "", environment, owner, guarded);
  }

  /** The same, overridden by a variable of another name. */
  public SettingDefinition overriddenBy(String otherVariable) {
    return new SettingDefinition(
        name, type, least, most, choices, mayBeEmpty, defaultValue, otherVariable, owner, guarded);
  }

  /** The same, changed only where its module says. */
  public SettingDefinition guardedByItsModule() {
    return new SettingDefinition(
        name, type, least, most, choices, mayBeEmpty, defaultValue, environment, owner, true);
  }

  /** What it belongs to, such as {@code chat}. */
  public String group() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Why a text cannot be its value; empty if it can. */
  public Optional<SettingFault> fault(String text) {
    if (text.isEmpty() && mayBeEmpty) {
      return Optional.empty();
    }
    return switch (type) {
      case TEXT, LONG_TEXT -> unless(text.length() <= most, SettingFault.TOO_LONG);
      case INTEGER -> numberFault(text);
      case SWITCH -> unless(text.matches("true|false"), SettingFault.NOT_A_SWITCH);
      case CHOICE -> unless(choices.contains(text), SettingFault.NOT_A_CHOICE);
      case TIME_ZONE ->
          unless(ZoneId.getAvailableZoneIds().contains(text), SettingFault.NOT_A_ZONE);
      case CURRENCY ->
          unless(
              Currency.getAvailableCurrencies().stream()
                  .anyMatch(currency -> currency.getCurrencyCode().equals(text)),
              SettingFault.NOT_A_CURRENCY);
    };
  }

  private Optional<SettingFault> numberFault(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      return Optional.of(SettingFault.NOT_A_NUMBER);
    }
    long number = Long.parseLong(text);
    return unless(number >= least && number <= most, SettingFault.OUT_OF_RANGE);
  }

  private static Optional<SettingFault> unless(boolean fine, SettingFault fault) {
    return fine ? Optional.empty() : Optional.of(fault);
  }

  /** What it is called. */
  public String label(Locale locale) {
    return word(name, locale);
  }

  /** What it does. */
  public String help(Locale locale) {
    return word(name + ".help", locale);
  }

  /** What its group is called. */
  public String groupLabel(Locale locale) {
    return word("group." + group(), locale);
  }

  /** What one of its choices is called. */
  public String choiceLabel(String choice, Locale locale) {
    return word(name + "." + choice, locale);
  }

  private String word(String key, Locale locale) {
    Locale language = "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(
            owner.getPackageName() + ".settings",
            language,
            owner.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }

  private static String variable(String name) {
    return "SHOPKEEPER_"
        + name.replaceAll("([a-z])([A-Z])", "$1_$2")
            .replaceAll("[.-]", "_")
            .toUpperCase(Locale.ROOT);
  }
}
