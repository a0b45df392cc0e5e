package io.shopkeeper.chatbot.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message; never changed. */
@Entity
@Table(name = "chat_message")
public class ChatEntry {

  @EmbeddedId private ChatEntryId id;
  private String author;
  private String text;
  private String cards;

  @Column(name = "quick_replies")
  private String quickReplies;

  private String intent;
  private double confidence;
  private String source;

  @Column(name = "at_time")
  private long at;

  protected ChatEntry() {}

  public ChatEntry(String sessionId, long number, String author, String text, Instant at) {
    this.id = new ChatEntryId(sessionId, number);
    this.author = author;
    this.text = text;
    this.at = at.toEpochMilli();
  }

  /** Adds what stands beside the text; cards and replies as JSON. */
  public void with(String cardsJson, String repliesJson) {
    cards = cardsJson;
    quickReplies = repliesJson;
  }

  /** Adds how it came about. */
  public void because(String understoodIntent, double sureness, String origin) {
    intent = understoodIntent;
    confidence = sureness;
    source = origin;
  }

  public long number() {
    return id.number();
  }

  public String author() {
    return author;
  }

  public String text() {
    return text;
  }

  public String cards() {
    return cards;
  }

  public String quickReplies() {
    return quickReplies;
  }

  public String intent() {
    return intent;
  }

  public double confidence() {
    return confidence;
  }

  public String source() {
    return source;
  }

  public Instant at() {
    return Instant.ofEpochMilli(at);
  }
}
