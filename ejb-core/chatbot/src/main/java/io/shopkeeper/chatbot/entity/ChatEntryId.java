package io.shopkeeper.chatbot.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** A message's session and place in it. */
@Embeddable
public class ChatEntryId implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "number_no")
  private long number;

  protected ChatEntryId() {}

  ChatEntryId(String sessionId, long number) {
    this.sessionId = sessionId;
    this.number = number;
  }

  long number() {
    return number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatEntryId that
        && number == that.number
        && Objects.equals(sessionId, that.sessionId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sessionId, number);
  }
}
