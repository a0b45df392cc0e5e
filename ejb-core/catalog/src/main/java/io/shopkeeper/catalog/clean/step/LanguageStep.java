package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.nlp.text.TextLanguage;
import java.util.List;
import java.util.Optional;

/** Chinese texts in the field for English ones and the other way round change places. */
final class LanguageStep implements Step {

  private static final List<String> NAMES = List.of("title", "description");

  /** What becomes of a text in the wrong place. */
  enum Action {
    REPAIR,
    FLAG
  }

  /** What to do. */
  record Options(Action action) {

    static Options read(OptionReader reader) {
      return new Options(reader.choice("action", Action.class));
    }
  }

  private final Options options;

  LanguageStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    for (String name : NAMES) {
      Optional<String> english = row.get(name + "En");
      Optional<String> chinese = row.get(name + "Zh");
      boolean wrong =
          english.isPresent()
              && TextLanguage.of(english.get()) == TextLanguage.CHINESE
              && (chinese.isEmpty() || TextLanguage.of(chinese.get()) == TextLanguage.ENGLISH);
      boolean other =
          english.isEmpty()
              && chinese.isPresent()
              && TextLanguage.of(chinese.get()) == TextLanguage.ENGLISH;
      if (!wrong && !other) {
        continue;
      }
      if (options.action() == Action.FLAG) {
        row.doubt(name + (wrong ? "En" : "Zh"), "language.other", "is in the other language");
      } else {
        row.repair(name + "En", chinese.orElse(null), "language.moved", "");
        row.repair(name + "Zh", english.orElse(null), "language.moved", "");
      }
    }
  }
}
