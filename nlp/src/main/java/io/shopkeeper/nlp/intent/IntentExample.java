package io.shopkeeper.nlp.intent;

/**
 * A text and what its writer wanted.
 *
 * @param text as it was typed
 * @param intent its label, such as {@code order_status}
 */
public record IntentExample(String text, String intent) {

  public IntentExample {
    if (text.isBlank() || intent.isBlank()) {
      throw new IllegalArgumentException("An example needs a text and an intent");
    }
  }
}
