package io.shopkeeper.chatbot.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A conversation.
 *
 * @param id cannot be guessed: who knows it may read the conversation
 * @param language BCP 47 tag of the language spoken last
 * @param signedIn whether the shop vouched for the customer
 * @param helpful what the shopper said of it; null if nothing
 * @param messages oldest first; empty in lists
 */
public record ChatSessionView(
    String id,
    String language,
    boolean signedIn,
    String customerId,
    Instant startedAt,
    Instant lastAt,
    long messageCount,
    Boolean helpful,
    List<ChatMessage> messages) {

  public ChatSessionView {
    messages = List.copyOf(messages);
  }
}
