package io.shopkeeper.chatbot.boundary;

import io.shopkeeper.chatbot.conversation.ConversationStore;
import io.shopkeeper.chatbot.dialogue.Dialogue;
import io.shopkeeper.chatbot.dialogue.Reply;
import io.shopkeeper.chatbot.dialogue.Turn;
import io.shopkeeper.chatbot.entity.ChatSession;
import io.shopkeeper.platform.boundary.IdentityTokens;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conversations with shoppers. Personal things are told only to whom the shop vouched for. */
@Stateless
public class Chat {

  /** Longest text of a shopper, in characters. */
  public static final int LONGEST_TEXT = 1000;

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_COMMENT = 2000;
  private static final int MOST_MESSAGES = 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private ConversationStore conversations;
  @Inject private Dialogue dialogue;
  @Inject private IdentityTokens tokens;
  @Inject private Clock clock;

  /**
   * Begins a conversation with a greeting.
   *
   * @param locale English or Chinese; answers follow the language of what is said
   * @param identityToken the shop's token for its signed-in customer; null or invalid for a
   *     stranger
   * @param visitorId the page's visitor, for recommendations; null if unknown
   */
  public ChatSessionView open(Locale locale, String identityToken, String visitorId) {
    if (visitorId != null && visitorId.length() > LONGEST_ID) {
      throw InvalidInputException.of(
          "/visitorId", "is longer than %d characters".formatted(LONGEST_ID));
    }
    Optional<String> customer =
        identityToken == null ? Optional.empty() : tokens.verify(identityToken);
    Instant now = clock.instant();
    var session = new ChatSession(newId(), locale, customer.orElse(null), visitorId, now);
    conversations.add(session);
    Reply greeting = dialogue.greeting(locale, customer);
    ChatMessage first = conversations.append(session, "assistant", greeting, now);
    return session.view(List.of(first));
  }

  /**
   * Takes what the shopper says and answers it.
   *
   * @param text 1 to {@value #LONGEST_TEXT} characters
   * @param productId the product whose page is open; null if none
   * @throws NotFoundException if there is no such session
   * @throws InvalidInputException if the text is blank or too long, or the session is full
   */
  public ChatMessage say(String sessionId, String text, String productId) {
    if (text == null || text.isBlank()) {
      throw InvalidInputException.of("/text", "is missing");
    }
    if (text.length() > LONGEST_TEXT) {
      throw InvalidInputException.of(
          "/text", "is longer than %d characters".formatted(LONGEST_TEXT));
    }
    ChatSession session = lock(sessionId);
    if (session.messages() >= MOST_MESSAGES) {
      throw InvalidInputException.of("/text", "this conversation is full; begin a new one");
    }
    Instant now = clock.instant();
    Turn turn =
        dialogue.understand(
            text,
            productId,
            session.locale(),
            session.customerId(),
            session.visitorId(),
            conversations.lastIntent(session));
    session.speaks(turn.locale());
    conversations.append(session, "shopper", Reply.heard(text, turn), now);
    return conversations.append(session, "assistant", dialogue.answer(turn), clock.instant());
  }

  /** A conversation with all its messages. */
  public Optional<ChatSessionView> find(String sessionId) {
    return conversations
        .find(sessionId)
        .map(session -> session.view(conversations.messages(session)));
  }

  /** The last conversations, the latest first, without their messages. */
  public List<ChatSessionView> recent(int n) {
    return conversations.recent(Math.clamp(n, 1, 500)).stream()
        .map(session -> session.view(List.of()))
        .toList();
  }

  /**
   * Takes what the shopper thinks of it; a later word replaces an earlier.
   *
   * @param comment may be null; at most 2,000 characters
   * @throws NotFoundException if there is no such session
   */
  public void feedback(String sessionId, boolean helpful, String comment) {
    if (comment != null && comment.length() > LONGEST_COMMENT) {
      throw InvalidInputException.of(
          "/comment", "is longer than %d characters".formatted(LONGEST_COMMENT));
    }
    lock(sessionId).judged(helpful, comment);
  }

  private ChatSession lock(String sessionId) {
    return conversations
        .lock(sessionId)
        .orElseThrow(() -> new NotFoundException("chat session", "of this id"));
  }

  private static String newId() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
