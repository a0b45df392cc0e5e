package io.shopkeeper.fraud.scoring;

import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.rules.Comparison;
import io.shopkeeper.fraud.rules.Condition;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleWords;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;

/** What made a rule hold, in a reader's language. */
final class HitWords {

  private final ResourceBundle words;
  private final Locale locale;
  private final FeatureWords features;
  private final RuleWords keys;

  HitWords(ResourceBundle words, Locale locale) {
    this.words = words;
    this.locale = locale;
    this.features = new FeatureWords(locale);
    this.keys = new RuleWords(locale);
  }

  /**
   * What was seen, and what the rule asks for.
   *
   * @param rule null where it is not known any more
   */
  String of(Rule.Hit hit, Rule rule) {
    List<String> parts = new ArrayList<>();
    hit.seen()
        .forEach(
            (feature, value) ->
                parts.add(
                    say(
                        "seen",
                        features.of(feature),
                        value == null ? words.getString("unknown") : features.value(value),
                        rule == null || value == null
                            ? ""
                            : limits(rule.condition(), feature, value))));
    hit.keys().forEach(key -> parts.add(of(key)));
    return String.join(words.getString("and"), parts);
  }

  private String of(Rule.SeenKey seen) {
    String key = KeyField.find(seen.key()).map(keys::of).orElse(seen.key());
    String what = seen.list() == null ? "missing" : seen.list().isEmpty() ? "same" : "listed";
    return say("key." + what + (seen.not() ? ".not" : ""), key, seen.list());
  }

  private String limits(Condition condition, String feature, double value) {
    var found = new StringBuilder();
    walk(
        condition,
        false,
        (test, not) -> {
          if (test instanceof Condition.Compare compare
              && compare.feature().equals(feature)
              && compare.holds(value) != not) {
            Comparison is = not ? compare.is().opposite() : compare.is();
            found.append(say("limit." + is.name(), features.value(compare.limit())));
          } else if (test instanceof Condition.Between between
              && between.feature().equals(feature)
              && between.holds(value) != not) {
            found.append(
                say(
                    not ? "limit.OUTSIDE" : "limit.BETWEEN",
                    features.value(between.from()),
                    features.value(between.to())));
          }
        });
    return found.toString();
  }

  private static void walk(
      Condition condition, boolean not, BiConsumer<Condition.Test, Boolean> each) {
    switch (condition) {
      case Condition.And and -> and.parts().forEach(part -> walk(part, not, each));
      case Condition.Or or -> or.parts().forEach(part -> walk(part, not, each));
      case Condition.Not part -> walk(part.part(), !not, each);
      case Condition.Test test -> each.accept(test, not);
    }
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
