package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a rule and what could stand at a place, in a reader's language. */
public final class RuleWords {

  /** Names that are further away are no typing errors. */
  private static final int TYPED_WRONG = 3;

  /** A list of all lists says nothing. */
  private static final int MOST_LISTS = 5;

  private final ResourceBundle words;
  private final FeatureWords features;
  private final Locale locale;

  /**
   * For a reader.
   *
   * @param reader whose Chinese or else English it is
   */
  public RuleWords(Locale reader) {
    boolean chinese = "zh".equals(reader.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.features = new FeatureWords(reader);
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.rules.rules",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            RuleWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** What is wrong, where, and what could stand there. */
  public String of(RuleFault fault, String text) {
    String before = text.substring(0, Math.min(fault.from(), text.length()));
    long line = before.chars().filter(each -> each == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    String where = say("where", line, column);
    String what =
        switch (fault.kind()) {
          case UNEXPECTED ->
              fault.found().isEmpty()
                  ? say("fault.end", expected(fault.could()))
                  : say("fault.UNEXPECTED", fault.found(), expected(fault.could()));
          case UNKNOWN_NAME ->
              nearest(fault.found())
                  .map(near -> say("fault.near", fault.found(), near))
                  .orElseGet(() -> say("fault.UNKNOWN_NAME", fault.found()));
          case UNKNOWN_LIST, OTHER_KIND ->
              say("fault." + fault.kind(), fault.found()) + " " + lists(fault.could());
          case TOO_LONG -> say("fault.TOO_LONG", RuleParser.LONGEST);
          case TOO_MANY -> say("fault.TOO_MANY", RuleParser.MOST);
          case TOO_DEEP -> say("fault.TOO_DEEP", RuleParser.DEEPEST);
          case BAD_TEXT -> say("fault.BAD_TEXT", RuleTokens.LONGEST_TEXT);
          case EMPTY_RANGE, OPEN_TEXT, LONG_NUMBER, BAD_SIGN ->
              say("fault." + fault.kind(), fault.found());
        };
    return where + what;
  }

  /** What a suggestion means; empty where the word says it itself. */
  public String of(Suggestion suggestion) {
    return switch (suggestion.kind()) {
      case FEATURE -> features.of(suggestion.text());
      case KEY -> words.getString("key." + suggestion.text());
      case LIST -> words.getString("could.list");
      case NUMBER -> words.getString("could.number");
      case TEXT -> words.getString("could.text");
      case WORD ->
          words.containsKey("word." + suggestion.text())
              ? words.getString("word." + suggestion.text())
              : "";
      case END -> words.getString("could.end");
    };
  }

  /** Such as "the card". */
  public String of(KeyField field) {
    return words.getString("key." + field.code());
  }

  private static Optional<String> nearest(String found) {
    String small = found.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Arrays.stream(KeyField.values()).map(KeyField::code),
            PaymentFeatures.list().stream().map(PaymentFeatures.Feature::name))
        .filter(name -> Edits.within(small, name, TYPED_WRONG))
        .min(
            (one, other) ->
                Integer.compare(
                    Edits.distance(small, one, TYPED_WRONG),
                    Edits.distance(small, other, TYPED_WRONG)));
  }

  private String lists(List<Suggestion> could) {
    List<String> names =
        could.stream()
            .filter(each -> each.kind() == Suggestion.Kind.LIST)
            .map(Suggestion::text)
            .sorted()
            .limit(MOST_LISTS)
            .toList();
    return names.isEmpty()
        ? words.getString("lists.none")
        : say("lists", String.join(words.getString("comma"), names));
  }

  private String expected(List<Suggestion> could) {
    Set<String> all = new LinkedHashSet<>();
    for (Suggestion each : could) {
      all.add(
          switch (each.kind()) {
            case WORD -> "“" + each.text() + "”";
            case FEATURE -> words.getString("could.feature");
            case KEY -> words.getString("could.key");
            case LIST -> words.getString("could.list");
            case NUMBER -> words.getString("could.number");
            case TEXT -> words.getString("could.text");
            case END -> words.getString("could.end");
          });
    }
    return String.join(words.getString("comma"), all);
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
