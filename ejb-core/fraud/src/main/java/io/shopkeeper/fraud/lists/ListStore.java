package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.entity.StoredList;
import io.shopkeeper.fraud.entity.StoredListEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables of lists and their entries. */
@Dependent
public class ListStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected ListStore() {}

  /** With a given entity manager, outside a server. */
  public ListStore(EntityManager entities) {
    this.entities = entities;
  }

  public List<StoredList> all() {
    return entities
        .createQuery("SELECT l FROM StoredList l ORDER BY l.name", StoredList.class)
        .getResultList();
  }

  /** All entries of all lists. */
  public List<StoredListEntry> entries() {
    return entities
        .createQuery("SELECT e FROM StoredListEntry e", StoredListEntry.class)
        .getResultList();
  }

  /** All entries of a list. */
  public List<StoredListEntry> entries(String list) {
    return entities
        .createQuery("SELECT e FROM StoredListEntry e WHERE e.list = :list", StoredListEntry.class)
        .setParameter("list", list)
        .getResultList();
  }

  /** One, which nobody else changes in this transaction. */
  public Optional<StoredList> lock(String name) {
    return Optional.ofNullable(
        entities.find(StoredList.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<StoredList> find(String name) {
    return Optional.ofNullable(entities.find(StoredList.class, name));
  }

  public void add(StoredList list) {
    entities.persist(list);
    entities.flush();
  }

  /** Removes a list with its entries. */
  public void remove(StoredList list) {
    entities
        .createQuery("DELETE FROM StoredListEntry e WHERE e.list = :list")
        .setParameter("list", list.name())
        .executeUpdate();
    entities.remove(list);
    entities.flush();
  }

  /** Entries of a list whose text begins so, in the order of their texts. */
  public List<StoredListEntry> entries(String list, String begin, int from, int most) {
    return entities
        .createQuery(
            "SELECT e FROM StoredListEntry e WHERE e.list = :list"
                + " AND LOWER(e.entry) LIKE :begin ESCAPE '!' ORDER BY e.entry, e.key",
            StoredListEntry.class)
        .setParameter("list", list)
        .setParameter("begin", like(begin))
        .setFirstResult(from)
        .setMaxResults(most)
        .getResultList();
  }

  private static String like(String begin) {
    return begin.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
        + "%";
  }

  public Optional<StoredListEntry> entry(String list, String key) {
    return Optional.ofNullable(
        entities.find(StoredListEntry.class, new StoredListEntry.Key(list, key)));
  }

  /** Keeps new ones. */
  public void add(List<StoredListEntry> fresh) {
    fresh.forEach(entities::persist);
    entities.flush();
  }

  public void remove(StoredListEntry entry) {
    entities.remove(entry);
    entities.flush();
  }

  /** How many entries lists have, by their names. */
  public Map<String, Long> counts() {
    return counts("SELECT e.list, COUNT(e) FROM StoredListEntry e GROUP BY e.list", null);
  }

  /** How many of them do not hold any more. */
  public Map<String, Long> expired(Instant at) {
    return counts(
        "SELECT e.list, COUNT(e) FROM StoredListEntry e WHERE e.expiresAt <= :at GROUP BY e.list",
        at);
  }

  private Map<String, Long> counts(String question, Instant at) {
    var query = entities.createQuery(question, Object[].class);
    if (at != null) {
      query.setParameter("at", at.toEpochMilli());
    }
    Map<String, Long> counts = new HashMap<>();
    query.getResultList().forEach(row -> counts.put((String) row[0], (Long) row[1]));
    return counts;
  }
}
