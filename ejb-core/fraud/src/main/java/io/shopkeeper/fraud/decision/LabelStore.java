package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.fraud.entity.StoredLabel;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of what people said that payments turned out to be. */
@Dependent
public class LabelStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected LabelStore() {}

  /** With a given entity manager, outside a server. */
  public LabelStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(StoredLabel label) {
    entities.persist(label);
    entities.flush();
  }

  /** What holds of payments, by their ids; without those of which nobody said anything. */
  public Map<String, TransactionOutcome> current(Collection<String> ids) {
    Map<String, TransactionOutcome> current = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "SELECT l FROM StoredLabel l WHERE l.transactionId IN :ids AND l.undone = FALSE"
                  + " ORDER BY l.id",
              StoredLabel.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(label -> current.put(label.transactionId(), label.label()));
    }
    return current;
  }

  /** All that was said of a payment, the latest first. */
  public List<StoredLabel> history(String id) {
    return entities
        .createQuery(
            "SELECT l FROM StoredLabel l WHERE l.transactionId = :id ORDER BY l.id DESC",
            StoredLabel.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** The last that holds. */
  public Optional<StoredLabel> last(String id) {
    return entities
        .createQuery(
            "SELECT l FROM StoredLabel l WHERE l.transactionId = :id AND l.undone = FALSE"
                + " ORDER BY l.id DESC",
            StoredLabel.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Removes all that was said of payments. */
  public void remove(Collection<String> ids) {
    entities
        .createQuery("DELETE FROM StoredLabel l WHERE l.transactionId IN :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
