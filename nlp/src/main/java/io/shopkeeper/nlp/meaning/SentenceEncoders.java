package io.shopkeeper.nlp.meaning;

import io.shopkeeper.nlp.text.TextLanguage;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The encoders that there are on this class path; none is loaded before it is asked for. */
public final class SentenceEncoders {

  private SentenceEncoders() {}

  /** One for each language at most, in the order of {@link TextLanguage}. */
  public static List<SentenceEncoder> all() {
    return Holder.ALL;
  }

  /** That of a language. */
  public static Optional<SentenceEncoder> of(TextLanguage language) {
    return all().stream().filter(encoder -> encoder.language() == language).findFirst();
  }

  private static final class Holder {
    static final List<SentenceEncoder> ALL =
        ServiceLoader.load(SentenceEncoder.class, SentenceEncoders.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted((left, right) -> left.language().compareTo(right.language()))
            .toList();
  }
}
