package io.shopkeeper.catalog.transaction;

import io.shopkeeper.catalog.entity.PaymentTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of payments. */
@Dependent
public class TransactionStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected TransactionStore() {}

  /** For tests that bring their own entity manager. */
  public TransactionStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<PaymentTransaction> find(String id) {
    return Optional.ofNullable(entities.find(PaymentTransaction.class, id));
  }

  public Map<String, PaymentTransaction> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "SELECT p FROM PaymentTransaction p WHERE p.id IN :ids", PaymentTransaction.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(PaymentTransaction::id, Function.identity()));
  }

  public void add(PaymentTransaction added) {
    entities.persist(added);
  }

  public void remove(PaymentTransaction removed) {
    entities.remove(removed);
  }

  public List<PaymentTransaction> page(String afterId, int limit) {
    return entities
        .createQuery(
            "SELECT p FROM PaymentTransaction p WHERE p.id > :after ORDER BY p.id",
            PaymentTransaction.class)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Those behind a time and id, in that order. */
  public List<PaymentTransaction> since(long time, String afterId, int limit) {
    return entities
        .createQuery(
            "SELECT p FROM PaymentTransaction p WHERE p.time >= :time"
                + " AND (p.time > :time OR p.id > :after) ORDER BY p.time, p.id",
            PaymentTransaction.class)
        .setParameter("time", time)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  public List<PaymentTransaction> ofCustomer(String customerId, int limit) {
    return entities
        .createQuery(
            "SELECT p FROM PaymentTransaction p WHERE p.customerId = :customer"
                + " ORDER BY p.time DESC, p.id DESC",
            PaymentTransaction.class)
        .setParameter("customer", customerId)
        .setMaxResults(limit)
        .getResultList();
  }

  public long count() {
    return entities
        .createQuery("SELECT COUNT(p) FROM PaymentTransaction p", Long.class)
        .getSingleResult();
  }
}
