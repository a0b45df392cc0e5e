package io.shopkeeper.chatbot.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What one side said.
 *
 * @param number its place in the session, from 1
 * @param author {@code shopper} or {@code assistant}
 * @param text plain text; lines are divided by line feeds
 * @param quickReplies sentences that the shopper may want to say next
 * @param intent what the text was understood as; null for a greeting
 * @param confidence probability of the intent, 0 to 1
 * @param source where the answer comes from, such as {@code order A100}; empty for a shopper's text
 */
public record ChatMessage(
    long number,
    String author,
    String text,
    List<ChatCard> cards,
    List<String> quickReplies,
    String intent,
    double confidence,
    String source,
    Instant at) {

  public ChatMessage {
    cards = List.copyOf(cards);
    quickReplies = List.copyOf(quickReplies);
  }
}
