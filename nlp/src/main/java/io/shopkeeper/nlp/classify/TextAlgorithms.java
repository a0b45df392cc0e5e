package io.shopkeeper.nlp.classify;

import java.util.List;
import java.util.Optional;

/** All that learn from texts. */
public final class TextAlgorithms {

  private static final List<TextAlgorithm<?>> ALL = List.of(new LinearText());

  private TextAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<TextAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<TextAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
