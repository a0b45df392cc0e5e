package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.chatbot.boundary.ChatCard;
import java.util.List;

/**
 * What is to be said.
 *
 * @param intent that it answers; null for a greeting that nobody asked for
 * @param source where it comes from
 */
public record Reply(
    String text,
    List<ChatCard> cards,
    List<String> quickReplies,
    String intent,
    double confidence,
    String source) {

  /** A shopper's text, with what it was understood as. */
  public static Reply heard(String text, Turn turn) {
    return new Reply(text, List.of(), List.of(), turn.intent(), turn.confidence(), "");
  }

  /** An answer in words. */
  static Reply words(Turn turn, String text, String source, List<String> quickReplies) {
    return cards(turn, text, source, quickReplies, List.of());
  }

  /** An answer with products. */
  static Reply cards(
      Turn turn, String text, String source, List<String> quickReplies, List<ChatCard> cards) {
    return new Reply(text, cards, quickReplies, turn.intent(), turn.confidence(), source);
  }
}
