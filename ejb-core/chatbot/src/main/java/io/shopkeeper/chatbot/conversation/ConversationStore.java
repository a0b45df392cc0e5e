package io.shopkeeper.chatbot.conversation;

import io.shopkeeper.chatbot.boundary.ChatMessage;
import io.shopkeeper.chatbot.dialogue.Reply;
import io.shopkeeper.chatbot.entity.ChatEntry;
import io.shopkeeper.chatbot.entity.ChatSession;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of sessions and messages. */
@Dependent
public class ConversationStore {

  @PersistenceContext(unitName = "chatbot")
  private EntityManager entities;

  protected ConversationStore() {}

  /** For tests that bring their own entity manager. */
  public ConversationStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a new one, before any message that refers to it. */
  public void add(ChatSession session) {
    entities.persist(session);
    entities.flush();
  }

  public Optional<ChatSession> find(String id) {
    return Optional.ofNullable(entities.find(ChatSession.class, id));
  }

  /** One that nobody else speaks in until this transaction ends. */
  public Optional<ChatSession> lock(String id) {
    return Optional.ofNullable(
        entities.find(ChatSession.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Adds a message to the end. */
  public ChatMessage append(ChatSession session, String author, Reply reply, Instant now) {
    var entry = new ChatEntry(session.id(), session.next(now), author, reply.text(), now);
    entry.with(CardColumn.writeCards(reply.cards()), CardColumn.writeReplies(reply.quickReplies()));
    entry.because(reply.intent(), reply.confidence(), reply.source());
    entities.persist(entry);
    return message(entry);
  }

  public List<ChatMessage> messages(ChatSession session) {
    return entities
        .createQuery(
            "SELECT e FROM ChatEntry e WHERE e.id.sessionId = :session ORDER BY e.id.number",
            ChatEntry.class)
        .setParameter("session", session.id())
        .getResultStream()
        .map(ConversationStore::message)
        .toList();
  }

  /** What the assistant answered last. */
  public Optional<String> lastIntent(ChatSession session) {
    return entities
        .createQuery(
            "SELECT e.intent FROM ChatEntry e WHERE e.id.sessionId = :session"
                + " AND e.id.number = :last AND e.intent IS NOT NULL",
            String.class)
        .setParameter("session", session.id())
        .setParameter("last", session.messages())
        .getResultStream()
        .findFirst();
  }

  public List<ChatSession> recent(int n) {
    return entities
        .createQuery("SELECT s FROM ChatSession s ORDER BY s.lastAt DESC", ChatSession.class)
        .setMaxResults(n)
        .getResultList();
  }

  private static ChatMessage message(ChatEntry entry) {
    return new ChatMessage(
        entry.number(),
        entry.author(),
        entry.text(),
        CardColumn.readCards(entry.cards()),
        CardColumn.readReplies(entry.quickReplies()),
        entry.intent(),
        entry.confidence(),
        entry.source(),
        entry.at());
  }
}
