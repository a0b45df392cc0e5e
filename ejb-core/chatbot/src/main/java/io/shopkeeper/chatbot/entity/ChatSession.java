package io.shopkeeper.chatbot.entity;

import io.shopkeeper.chatbot.boundary.ChatMessage;
import io.shopkeeper.chatbot.boundary.ChatSessionView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A conversation without its messages. */
@Entity
@Table(name = "chat_session")
public class ChatSession {

  private static final String YES = "yes";

  @Id private String id;
  private String locale;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "visitor_id")
  private String visitorId;

  @Column(name = "started_at")
  private long startedAt;

  @Column(name = "last_at")
  private long lastAt;

  private long messages;
  private String helpful;

  @Column(name = "comment_text")
  private String comment;

  protected ChatSession() {}

  public ChatSession(
      String id, Locale locale, String customerId, String visitorId, Instant startedAt) {
    this.id = id;
    this.locale = locale.toLanguageTag();
    this.customerId = customerId;
    this.visitorId = visitorId;
    this.startedAt = startedAt.toEpochMilli();
    this.lastAt = this.startedAt;
  }

  public String id() {
    return id;
  }

  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  public Optional<String> customerId() {
    return Optional.ofNullable(customerId);
  }

  public Optional<String> visitorId() {
    return Optional.ofNullable(visitorId);
  }

  public long messages() {
    return messages;
  }

  /** The number of a message that is said now. */
  public long next(Instant now) {
    lastAt = now.toEpochMilli();
    messages++;
    return messages;
  }

  public void speaks(Locale spoken) {
    locale = spoken.toLanguageTag();
  }

  public void judged(boolean found, String said) {
    helpful = found ? YES : "no";
    comment = said;
  }

  public ChatSessionView view(List<ChatMessage> all) {
    return new ChatSessionView(
        id,
        locale,
        customerId != null,
        customerId,
        Instant.ofEpochMilli(startedAt),
        Instant.ofEpochMilli(lastAt),
        messages,
        helpful == null ? null : helpful.equals(YES),
        all);
  }
}
