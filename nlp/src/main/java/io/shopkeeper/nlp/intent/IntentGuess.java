package io.shopkeeper.nlp.intent;

import java.util.List;

/**
 * What a text seems to want.
 *
 * @param intent the likeliest intent
 * @param confidence its probability, 0 to 1
 * @param sure whether the confidence reaches the model's threshold
 * @param ranked all intents, the likeliest first
 */
public record IntentGuess(String intent, double confidence, boolean sure, List<Ranked> ranked) {

  /** An intent with its probability. */
  public record Ranked(String intent, double confidence) {}

  public IntentGuess {
    ranked = List.copyOf(ranked);
  }
}
