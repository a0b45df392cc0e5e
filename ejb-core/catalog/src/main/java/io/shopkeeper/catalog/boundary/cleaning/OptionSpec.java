package io.shopkeeper.catalog.boundary.cleaning;

import java.util.List;

/**
 * What a step can be told.
 *
 * @param standard what counts where nothing is said; may be empty
 * @param choices for a choice; else empty
 */
public record OptionSpec(String name, OptionKind kind, String standard, List<String> choices) {

  static OptionSpec of(String name, OptionKind kind, String standard) {
    return new OptionSpec(name, kind, standard, List.of());
  }

  static OptionSpec choice(String name, String... choices) {
    return new OptionSpec(name, OptionKind.CHOICE, choices[0], List.of(choices));
  }
}
