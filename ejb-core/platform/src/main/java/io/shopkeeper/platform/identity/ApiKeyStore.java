package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.entity.ApiKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of keys. */
@Dependent
public class ApiKeyStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected ApiKeyStore() {}

  /** For tests that bring their own entity manager. */
  public ApiKeyStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id));
  }

  public void add(ApiKey key) {
    entities.persist(key);
  }

  public List<ApiKey> all() {
    return entities
        .createQuery("SELECT k FROM ApiKey k ORDER BY k.createdAt DESC", ApiKey.class)
        .getResultList();
  }
}
