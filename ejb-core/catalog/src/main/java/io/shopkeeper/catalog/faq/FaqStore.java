package io.shopkeeper.catalog.faq;

import io.shopkeeper.catalog.entity.Faq;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of questions and answers. */
@Dependent
public class FaqStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected FaqStore() {}

  /** For tests that bring their own entity manager. */
  public FaqStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Faq> find(String id) {
    return Optional.ofNullable(entities.find(Faq.class, id));
  }

  public Map<String, Faq> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT f FROM Faq f WHERE f.id IN :ids", Faq.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Faq::id, Function.identity()));
  }

  public void add(Faq added) {
    entities.persist(added);
  }

  public void remove(Faq removed) {
    entities.remove(removed);
  }

  public List<Faq> page(String afterId, int limit) {
    return entities
        .createQuery("SELECT f FROM Faq f WHERE f.id > :after ORDER BY f.id", Faq.class)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  public long count() {
    return entities.createQuery("SELECT COUNT(f) FROM Faq f", Long.class).getSingleResult();
  }
}
