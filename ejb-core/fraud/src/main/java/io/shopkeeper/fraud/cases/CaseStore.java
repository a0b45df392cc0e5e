package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseEntry;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.QueueCount;
import io.shopkeeper.fraud.entity.StoredAlert;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.entity.StoredCaseEntry;
import io.shopkeeper.fraud.entity.StoredCaseKey;
import io.shopkeeper.fraud.entity.StoredCasePayment;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables of cases. */
@Dependent
public class CaseStore {

  private static final List<CaseState> WORKABLE = List.of(CaseState.OPEN, CaseState.WORKING);

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected CaseStore() {}

  /** With a given entity manager, outside a server. */
  public CaseStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Notes that a payment is to be taken into a case. */
  public void alert(String transaction, long at) {
    entities.persist(new StoredAlert(transaction, at));
  }

  /** Payments that wait to be taken into a case, the oldest first. */
  public List<String> alerts(int most) {
    return entities
        .createQuery(
            "SELECT a.transactionId FROM StoredAlert a ORDER BY a.at, a.transactionId",
            String.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Forgets that a payment waits; says whether it did. */
  public boolean taken(String transaction) {
    return entities
            .createQuery("DELETE FROM StoredAlert a WHERE a.transactionId = :id")
            .setParameter("id", transaction)
            .executeUpdate()
        > 0;
  }

  /** A case, which nobody else changes until the transaction ends. */
  public Optional<StoredCase> hold(long id) {
    return Optional.ofNullable(
        entities.find(StoredCase.class, id, LockModeType.PESSIMISTIC_WRITE, Map.of()));
  }

  /** A case as it is now. */
  public Optional<StoredCase> find(long id) {
    StoredCase found = entities.find(StoredCase.class, id);
    if (found != null) {
      entities.refresh(found);
    }
    return Optional.ofNullable(found);
  }

  /** Keeps a new one. */
  public void add(StoredCase fresh) {
    entities.persist(fresh);
    entities.flush();
  }

  /**
   * A case that is worked on or waits, to which a payment with these keys belongs; the latest.
   *
   * @param keys values by kinds
   * @param since in milliseconds since 1970: a payment joined it since then
   * @param most it has fewer payments
   */
  public Optional<Long> openWith(Map<String, String> keys, long since, int most) {
    return keys.entrySet().stream()
        .flatMap(
            key ->
                entities
                    .createQuery(
                        "SELECT c.id FROM StoredCase c, StoredCaseKey k WHERE k.caseId = c.id"
                            + " AND k.kind = :kind AND k.value = :value AND c.state <> :closed"
                            + " AND c.joinedAt >= :since AND c.payments < :most"
                            + " ORDER BY c.id DESC",
                        Long.class)
                    .setParameter("kind", key.getKey())
                    .setParameter("value", key.getValue())
                    .setParameter("closed", CaseState.CLOSED)
                    .setParameter("since", since)
                    .setParameter("most", most)
                    .setMaxResults(1)
                    .getResultStream())
        .max(Long::compare);
  }

  /** Puts a payment into a case, and lets further ones be recognised by its keys. */
  public void join(long id, String transaction, Map<String, String> keys, Instant now) {
    entities.persist(new StoredCasePayment(transaction, id, now.toEpochMilli()));
    keys.forEach(
        (kind, value) -> {
          if (entities.find(StoredCaseKey.class, new StoredCaseKey.Key(id, kind, value)) == null) {
            entities.persist(new StoredCaseKey(id, kind, value));
          }
        });
    entities.flush();
  }

  /** The case of a payment. */
  public Optional<Long> caseOf(String transaction) {
    return Optional.ofNullable(entities.find(StoredCasePayment.class, transaction))
        .map(StoredCasePayment::caseId);
  }

  /** The payments of a case, the latest to join first. */
  public List<String> payments(long id, int most) {
    return entities
        .createQuery(
            "SELECT p.transactionId FROM StoredCasePayment p WHERE p.caseId = :id"
                + " ORDER BY p.addedAt DESC, p.transactionId DESC",
            String.class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultList();
  }

  /** The keys of a case, by kind; of several of a kind one. */
  public Map<String, String> keys(long id) {
    Map<String, String> keys = new TreeMap<>();
    entities
        .createQuery(
            "SELECT k.kind, k.value FROM StoredCaseKey k WHERE k.caseId = :id"
                + " ORDER BY k.kind, k.value",
            Object[].class)
        .setParameter("id", id)
        .getResultList()
        .forEach(key -> keys.putIfAbsent((String) key[0], (String) key[1]));
    return keys;
  }

  /** Writes a line of a journal. */
  public void write(long id, Instant at, String by, CaseAct act, String text) {
    entities.persist(new StoredCaseEntry(id, at, by, act, text));
    entities.flush();
  }

  /** The journal of a case, the latest first. */
  public List<CaseEntry> journal(long id, int most) {
    return entities
        .createQuery(
            "SELECT e FROM StoredCaseEntry e WHERE e.caseId = :id ORDER BY e.id DESC",
            StoredCaseEntry.class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultStream()
        .map(StoredCaseEntry::view)
        .toList();
  }

  /**
   * A part of a queue.
   *
   * @param without an id that is left out; 0 for none
   * @param below only what is less urgent
   */
  public record Span(long without, long below) {

    /** All of it. */
    public static final Span ALL = new Span(0, Long.MAX_VALUE);
  }

  /**
   * Cases that this person may take, the most urgent first: those that nobody works on, and given
   * to nobody else.
   *
   * @param queue empty for any
   */
  public List<Long> free(String queue, String person, Instant now, int most, Span span) {
    return entities
        .createQuery(
            "SELECT c.id FROM StoredCase c WHERE c.state IN :states AND c.id <> :without"
                + " AND c.urgency < :below AND (:queue = '' OR c.queue = :queue)"
                + " AND (c.assignee = '' OR c.assignee = :person OR c.lockedUntil > 0)"
                + " AND (c.lockedBy = :person OR c.lockedUntil < :now)"
                + " ORDER BY c.urgency DESC, c.id",
            Long.class)
        .setParameter("states", WORKABLE)
        .setParameter("without", span.without())
        .setParameter("below", span.below())
        .setParameter("queue", queue)
        .setParameter("person", person)
        .setParameter("now", now.toEpochMilli())
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Locks a case for a person, unless somebody else works on it; of two who ask at once one gets
   * it.
   *
   * @return whether this person has it now
   */
  public boolean claim(long id, String person, Instant now, Instant until) {
    return entities
            .createQuery(
                "UPDATE StoredCase c SET c.lockedBy = :person, c.lockedUntil = :until,"
                    + " c.assignee = :person, c.state = :working"
                    + " WHERE c.id = :id AND c.state IN :states"
                    + " AND (c.lockedBy = :person OR c.lockedUntil < :now)")
            .setParameter("person", person)
            .setParameter("until", until.toEpochMilli())
            .setParameter("working", CaseState.WORKING)
            .setParameter("id", id)
            .setParameter("states", WORKABLE)
            .setParameter("now", now.toEpochMilli())
            .executeUpdate()
        == 1;
  }

  /** What waits, by queue. */
  public List<QueueCount> queues(Instant now) {
    return entities
        .createQuery(
            "SELECT c.queue, COUNT(c),"
                + " SUM(CASE WHEN c.dueAt < :now THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN c.lockedUntil < :now THEN 1 ELSE 0 END)"
                + " FROM StoredCase c WHERE c.state IN :states GROUP BY c.queue ORDER BY c.queue",
            Object[].class)
        .setParameter("now", now.toEpochMilli())
        .setParameter("states", WORKABLE)
        .getResultStream()
        .map(
            row ->
                new QueueCount(
                    (String) row[0],
                    ((Number) row[1]).longValue(),
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue()))
        .toList();
  }

  /** How many are with a supervisor. */
  public long escalated() {
    return entities
        .createQuery("SELECT COUNT(c) FROM StoredCase c WHERE c.state = :state", Long.class)
        .setParameter("state", CaseState.ESCALATED)
        .getSingleResult();
  }

  /** The cases that were closed last, without one. */
  public List<StoredCase> closed(long without, int most) {
    return entities
        .createQuery(
            "SELECT c FROM StoredCase c WHERE c.state = :closed AND c.id <> :without"
                + " ORDER BY c.urgency DESC",
            StoredCase.class)
        .setParameter("closed", CaseState.CLOSED)
        .setParameter("without", without)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Takes payments out of all that is kept of cases; a case without payments goes with its keys and
   * its journal.
   */
  public void forget(Collection<String> transactions) {
    Set<Long> touched =
        Set.copyOf(
            entities
                .createQuery(
                    "SELECT p.caseId FROM StoredCasePayment p WHERE p.transactionId IN :ids",
                    Long.class)
                .setParameter("ids", transactions)
                .getResultList());
    for (String table : List.of("StoredAlert", "StoredCasePayment")) {
      entities
          .createQuery("DELETE FROM " + table + " t WHERE t.transactionId IN :ids")
          .setParameter("ids", transactions)
          .executeUpdate();
    }
    touched.stream().filter(id -> payments(id, 1).isEmpty()).forEach(this::remove);
  }

  /**
   * Takes out of cases who a customer was: further payments are not recognised by it, and notes and
   * documents, which may name the person, go.
   */
  public void erase(String customer) {
    List<Long> touched =
        entities
            .createQuery(
                "SELECT k.caseId FROM StoredCaseKey k WHERE k.kind = 'customer'"
                    + " AND k.value = :customer",
                Long.class)
            .setParameter("customer", customer)
            .getResultList();
    for (long id : touched) {
      removeDocuments(id);
      entities
          .createQuery("DELETE FROM StoredMacroRun r WHERE r.caseId = :id")
          .setParameter("id", id)
          .executeUpdate();
      entities
          .createQuery("DELETE FROM StoredCaseKey k WHERE k.caseId = :id")
          .setParameter("id", id)
          .executeUpdate();
      entities
          .createQuery("DELETE FROM StoredCaseEntry e WHERE e.caseId = :id AND e.act IN :words")
          .setParameter("id", id)
          .setParameter(
              "words",
              List.of(CaseAct.NOTE, CaseAct.APPEALED, CaseAct.DOCUMENT, CaseAct.UNDOCUMENT))
          .executeUpdate();
      entities
          .createQuery(
              "UPDATE StoredCase c SET c.subjectKind = 'payment', c.subject = c.mainPayment"
                  + " WHERE c.id = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
  }

  /** Removes the documents of a case. */
  private void removeDocuments(long id) {
    entities
        .createNativeQuery(
            "DELETE FROM fraud_case_document_piece WHERE document_id IN"
                + " (SELECT d.id FROM fraud_case_document d WHERE d.case_id = ?1)")
        .setParameter(1, id)
        .executeUpdate();
    entities
        .createQuery("DELETE FROM StoredDocument d WHERE d.caseId = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes a case with its keys, its documents and its journal. */
  public void remove(long id) {
    removeDocuments(id);
    for (String table :
        List.of("StoredCasePayment", "StoredCaseKey", "StoredCaseEntry", "StoredMacroRun")) {
      entities
          .createQuery("DELETE FROM " + table + " t WHERE t.caseId = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
    entities
        .createQuery("DELETE FROM StoredCase c WHERE c.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Cases that were closed before a time, in milliseconds since 1970. */
  public List<Long> closedBefore(long time, int most) {
    return entities
        .createQuery(
            "SELECT c.id FROM StoredCase c WHERE c.state = :closed AND c.closedAt < :time",
            Long.class)
        .setParameter("closed", CaseState.CLOSED)
        .setParameter("time", time)
        .setMaxResults(most)
        .getResultList();
  }
}
