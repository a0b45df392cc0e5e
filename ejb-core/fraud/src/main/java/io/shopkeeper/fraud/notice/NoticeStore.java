package io.shopkeeper.fraud.notice;

import io.shopkeeper.fraud.boundary.notice.NoticeState;
import io.shopkeeper.fraud.boundary.notice.NoticeView;
import io.shopkeeper.fraud.entity.StoredNotice;
import io.shopkeeper.fraud.entity.StoredNoticeTarget;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of targets and messages. */
@Dependent
public class NoticeStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  public void add(StoredNoticeTarget target) {
    entities.persist(target);
    entities.flush();
  }

  public void add(StoredNotice message) {
    entities.persist(message);
  }

  /** All, by name. */
  public List<StoredNoticeTarget> targets() {
    return entities
        .createQuery(
            "SELECT t FROM StoredNoticeTarget t ORDER BY t.name, t.id", StoredNoticeTarget.class)
        .getResultList();
  }

  public Optional<StoredNoticeTarget> target(long id) {
    return Optional.ofNullable(entities.find(StoredNoticeTarget.class, id));
  }

  /** Removes one with its messages. */
  public void remove(StoredNoticeTarget target) {
    entities
        .createQuery("DELETE FROM StoredNotice n WHERE n.target = :id")
        .setParameter("id", target.id())
        .executeUpdate();
    entities.remove(target);
  }

  /** A message, which nobody else changes until the transaction ends. */
  public Optional<StoredNotice> message(long id) {
    return Optional.ofNullable(
        entities.find(StoredNotice.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether a target was told of a case, or is to be told. */
  public boolean isTold(long target, long caseId) {
    return entities
            .createQuery(
                "SELECT COUNT(n) FROM StoredNotice n"
                    + " WHERE n.target = :target AND n.caseId = :caseId",
                Long.class)
            .setParameter("target", target)
            .setParameter("caseId", caseId)
            .getSingleResult()
        > 0;
  }

  /** Those that are to be tried now, the longest waiting first. */
  public List<StoredNotice> due(Instant now, int most) {
    return entities
        .createQuery(
            "SELECT n FROM StoredNotice n WHERE n.state = :state AND n.nextAt <= :now"
                + " ORDER BY n.nextAt, n.id",
            StoredNotice.class)
        .setParameter("state", NoticeState.WAITING)
        .setParameter("now", now.toEpochMilli())
        .setMaxResults(most)
        .getResultList();
  }

  public long count(long target, NoticeState state) {
    return entities
        .createQuery(
            "SELECT COUNT(n) FROM StoredNotice n WHERE n.target = :target AND n.state = :state",
            Long.class)
        .setParameter("target", target)
        .setParameter("state", state)
        .getSingleResult();
  }

  /** The newest in a state. */
  public List<NoticeView> messages(NoticeState state, int most) {
    return entities
        .createQuery(
            "SELECT n, t.name FROM StoredNotice n, StoredNoticeTarget t"
                + " WHERE t.id = n.target AND n.state = :state ORDER BY n.id DESC",
            Object[].class)
        .setParameter("state", state)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(row -> ((StoredNotice) row[0]).view((String) row[1]))
        .toList();
  }

  /** Forgets messages that were taken before. */
  public int removeSentBefore(Instant before) {
    return entities
        .createQuery("DELETE FROM StoredNotice n WHERE n.state = :state AND n.sentAt < :before")
        .setParameter("state", NoticeState.SENT)
        .setParameter("before", before.toEpochMilli())
        .executeUpdate();
  }
}
