package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.entity.TrustedShopEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of shops whose models are taken. */
@Dependent
public class TrustStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected TrustStore() {}

  /** For tests that bring their own entity manager. */
  public TrustStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<TrustedShopEntry> find(String fingerprint) {
    return Optional.ofNullable(entities.find(TrustedShopEntry.class, fingerprint));
  }

  public List<TrustedShopEntry> all() {
    return entities
        .createQuery("SELECT t FROM TrustedShopEntry t ORDER BY t.name", TrustedShopEntry.class)
        .getResultList();
  }

  public void add(TrustedShopEntry shop) {
    entities.persist(shop);
  }

  public void remove(TrustedShopEntry shop) {
    entities.remove(shop);
  }
}
