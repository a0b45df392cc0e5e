package io.shopkeeper.fraud.appeal;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.fraud.entity.StoredAlert;
import io.shopkeeper.fraud.entity.StoredAppeal;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The table of appeals. */
@Dependent
public class AppealStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected AppealStore() {}

  /** With a given entity manager, outside a server. */
  public AppealStore(EntityManager entities) {
    this.entities = entities;
  }

  /** The one of a payment. */
  public Optional<StoredAppeal> find(String payment) {
    return Optional.ofNullable(entities.find(StoredAppeal.class, payment));
  }

  /** Whether a payment waits to be taken into a case. */
  boolean waits(String payment) {
    return entities.find(StoredAlert.class, payment) != null;
  }

  /** Keeps a new one. */
  public void add(StoredAppeal appeal) {
    entities.persist(appeal);
    entities.flush();
  }

  /** How many were made since a time by the customer, with the card or from the device. */
  public long madeSince(TransactionData payment, Instant since) {
    return entities
        .createQuery(
            "SELECT COUNT(a) FROM StoredAppeal a WHERE a.madeAt >= :since"
                + " AND (a.customer = :customer OR a.device = :device OR a.card = :card)",
            Long.class)
        .setParameter("since", since.toEpochMilli())
        .setParameter("customer", orNobody(payment.customerId()))
        .setParameter("device", orNobody(payment.device()))
        .setParameter("card", orNobody(payment.cardFingerprint()))
        .getSingleResult();
  }

  private static String orNobody(String key) {
    return key == null ? "" : key;
  }

  /** Removes those of payments. */
  public void remove(Collection<String> payments) {
    entities
        .createQuery("DELETE FROM StoredAppeal a WHERE a.payment IN :payments")
        .setParameter("payments", payments)
        .executeUpdate();
  }

  /** Removes those of a customer. */
  public void erase(String customer) {
    entities
        .createQuery("DELETE FROM StoredAppeal a WHERE a.customer = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
  }
}
