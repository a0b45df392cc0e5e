package io.shopkeeper.fraud.erasure;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.entity.StoredRule;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;

/** Where customers are named beside their payments. */
@Dependent
public class KeyTraceStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected KeyTraceStore() {}

  /** With a given entity manager, outside a server. */
  public KeyTraceStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Those addresses of customers' payments that payments of others went to as well. */
  Set<String> sharedAddresses(Set<String> addresses, List<String> payments) {
    return Set.copyOf(
        entities
            .createQuery(
                "SELECT DISTINCT d.addressKey FROM StoredDecision d WHERE d.addressKey IN :keys"
                    + " AND d.transactionId NOT IN :payments",
                String.class)
            .setParameter("keys", addresses)
            .setParameter("payments", payments)
            .getResultList());
  }

  /** Removes entries from all lists of a kind; says how many. */
  int removeEntries(ListKind kind, Set<String> keys) {
    return entities
        .createQuery(
            "DELETE FROM StoredListEntry e WHERE e.key IN :keys"
                + " AND e.list IN (SELECT l.name FROM StoredList l WHERE l.kind = :kind)")
        .setParameter("keys", keys)
        .setParameter("kind", kind)
        .executeUpdate();
  }

  /** Removes snoozes of a key, ended ones too; says how many. */
  int removeSnoozes(ListKind kind, Set<String> keys) {
    return entities
        .createQuery("DELETE FROM StoredSnooze s WHERE s.field = :field AND s.key IN :keys")
        .setParameter("field", kind.code())
        .setParameter("keys", keys)
        .executeUpdate();
  }

  /** Takes a customer out of the conditions of all versions of all rules; says of how many. */
  int eraseTexts(CustomerKeys keys) {
    List<StoredRule> rules =
        entities.createQuery("SELECT r FROM StoredRule r", StoredRule.class).getResultList();
    int changed = 0;
    for (StoredRule rule : rules) {
      String before = rule.view().text().condition();
      String after = ErasedTexts.of(before, keys);
      if (!after.equals(before)) {
        rule.erase(after);
        changed++;
      }
    }
    entities.flush();
    return changed;
  }
}
