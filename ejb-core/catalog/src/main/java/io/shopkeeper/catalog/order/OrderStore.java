package io.shopkeeper.catalog.order;

import io.shopkeeper.catalog.entity.ShopOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of orders. */
@Dependent
public class OrderStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected OrderStore() {}

  /** For tests that bring their own entity manager. */
  public OrderStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<ShopOrder> find(String id) {
    return Optional.ofNullable(entities.find(ShopOrder.class, id));
  }

  public Map<String, ShopOrder> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT o FROM ShopOrder o WHERE o.id IN :ids", ShopOrder.class)
        .setParameter("ids", ids)
        .setHint("eclipselink.batch", "o.lines")
        .getResultStream()
        .collect(Collectors.toMap(ShopOrder::id, Function.identity()));
  }

  public void add(ShopOrder order) {
    entities.persist(order);
  }

  public void remove(ShopOrder order) {
    entities.remove(order);
  }

  public List<ShopOrder> ofCustomer(String customerId, int limit) {
    return entities
        .createQuery(
            "SELECT o FROM ShopOrder o WHERE o.customerId = :customer"
                + " ORDER BY o.placedAt DESC, o.id DESC",
            ShopOrder.class)
        .setParameter("customer", customerId)
        .setMaxResults(limit)
        .getResultList();
  }

  public long count() {
    return entities.createQuery("SELECT COUNT(o) FROM ShopOrder o", Long.class).getSingleResult();
  }
}
