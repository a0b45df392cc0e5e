package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.entity.StoredHeldEntry;
import io.shopkeeper.fraud.entity.StoredOutage;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** The tables of outages, and of decisions that do not fit what is stored. */
@Dependent
public class OutageStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected OutageStore() {}

  /** With a given entity manager, outside a server. */
  public OutageStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps it, new or in place of what was known of it. */
  void put(StoredOutage outage) {
    entities.merge(outage);
  }

  /** Those that are over, the latest first. */
  List<StoredOutage> past(int most) {
    return entities
        .createQuery(
            "SELECT o FROM StoredOutage o WHERE o.ended IS NOT NULL ORDER BY o.begun DESC, o.id",
            StoredOutage.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of a server that died end when they were seen last. */
  void endLeftOpen() {
    entities
        .createQuery("UPDATE StoredOutage o SET o.ended = o.seen WHERE o.ended IS NULL")
        .executeUpdate();
  }

  /** Keeps what does not fit; what is kept already stays. */
  void hold(StoredHeldEntry entry) {
    entities.merge(entry);
  }

  /** Why decisions of a payment were not stored. */
  List<StoredHeldEntry> held(String transaction) {
    return entities
        .createQuery(
            "SELECT h FROM StoredHeldEntry h WHERE h.transactionId = :id", StoredHeldEntry.class)
        .setParameter("id", transaction)
        .getResultList();
  }

  /** Forgets what was put aside of payments. */
  public void forget(Collection<String> transactions) {
    entities
        .createQuery("DELETE FROM StoredHeldEntry h WHERE h.transactionId IN :ids")
        .setParameter("ids", transactions)
        .executeUpdate();
  }

  /** Forgets what was put aside of a customer. */
  public void erase(String customer) {
    entities
        .createQuery("DELETE FROM StoredHeldEntry h WHERE h.customerId = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
  }

  /**
   * Removes what is over and was put aside before a time.
   *
   * @param before in milliseconds since 1970
   */
  public void removeBefore(long before) {
    entities
        .createQuery("DELETE FROM StoredOutage o WHERE o.ended < :before")
        .setParameter("before", before)
        .executeUpdate();
    entities
        .createQuery("DELETE FROM StoredHeldEntry h WHERE h.at < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
