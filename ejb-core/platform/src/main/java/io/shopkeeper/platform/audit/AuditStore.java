package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.boundary.AuditQuery;
import io.shopkeeper.platform.entity.AuditHead;
import io.shopkeeper.platform.entity.AuditRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of administrative acts and the head of their chain. */
@Dependent
public class AuditStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected AuditStore() {}

  /** For tests that bring their own entity manager. */
  public AuditStore(EntityManager entities) {
    this.entities = entities;
  }

  /** The head, so that nobody else adds a record before this transaction ends. */
  public AuditHead lockHead() {
    return entities.find(AuditHead.class, AuditHead.ID, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The head as it is committed. */
  public AuditHead head() {
    AuditHead head = entities.find(AuditHead.class, AuditHead.ID);
    entities.refresh(head);
    return head;
  }

  /** Writes at once, so that records of one transaction keep their order. */
  public void add(AuditRecord entry) {
    entities.persist(entry);
    entities.flush();
  }

  /** Records from before there was a chain, oldest first. */
  public List<AuditRecord> withoutPlace(int n) {
    return entities
        .createQuery(
            "SELECT a FROM AuditRecord a WHERE a.number IS NULL ORDER BY a.id", AuditRecord.class)
        .setMaxResults(n)
        .getResultList();
  }

  /** The next records of the chain. */
  public List<AuditRecord> after(long number, int n) {
    List<AuditRecord> records =
        entities
            .createQuery(
                "SELECT a FROM AuditRecord a WHERE a.number > :number ORDER BY a.number",
                AuditRecord.class)
            .setParameter("number", number)
            .setMaxResults(n)
            .getResultList();
    records.forEach(entities::detach);
    return records;
  }

  /** Acts that match, newest first. */
  public List<AuditRecord> find(AuditQuery query) {
    CriteriaBuilder build = entities.getCriteriaBuilder();
    CriteriaQuery<AuditRecord> search = build.createQuery(AuditRecord.class);
    Root<AuditRecord> record = search.from(AuditRecord.class);
    search
        .where(conditions(query, build, record).toArray(Predicate[]::new))
        .orderBy(build.desc(record.get("number")));
    TypedQuery<AuditRecord> typed = entities.createQuery(search);
    return typed.setMaxResults(query.limit()).getResultList();
  }

  private static List<Predicate> conditions(
      AuditQuery query, CriteriaBuilder build, Root<AuditRecord> record) {
    var all = new ArrayList<Predicate>();
    Expression<Long> number = record.get("number");
    Expression<Long> at = record.get("at");
    all.add(build.isNotNull(number));
    if (query.actor() != null) {
      all.add(build.equal(record.get("actor"), query.actor()));
    }
    if (query.act() != null) {
      all.add(build.like(record.get("act"), literal(query.act()) + "%", '!'));
    }
    if (query.source() != null) {
      all.add(build.equal(record.get("source"), query.source()));
    }
    if (query.from() != null) {
      all.add(build.ge(at, query.from().toEpochMilli()));
    }
    if (query.until() != null) {
      all.add(build.lt(at, query.until().toEpochMilli()));
    }
    if (query.before() != null) {
      all.add(build.lt(number, query.before()));
    }
    if (query.text() != null) {
      String somewhere = "%" + literal(query.text().toLowerCase(Locale.ROOT)) + "%";
      var places = new ArrayList<Predicate>();
      for (String column : List.of("subject", "detail", "before", "after")) {
        places.add(build.like(build.lower(record.<String>get(column)), somewhere, '!'));
      }
      all.add(build.or(places.toArray(Predicate[]::new)));
    }
    return all;
  }

  private static String literal(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }
}
