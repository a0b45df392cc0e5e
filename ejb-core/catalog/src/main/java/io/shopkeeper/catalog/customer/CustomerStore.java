package io.shopkeeper.catalog.customer;

import io.shopkeeper.catalog.entity.Customer;
import io.shopkeeper.catalog.product.ProductStore;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of customers. */
@Dependent
public class CustomerStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected CustomerStore() {}

  /** For tests that bring their own entity manager. */
  public CustomerStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Customer> find(String id) {
    return Optional.ofNullable(entities.find(Customer.class, id));
  }

  public Map<String, Customer> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT c FROM Customer c WHERE c.id IN :ids", Customer.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Customer::id, Function.identity()));
  }

  public void add(Customer customer) {
    entities.persist(customer);
  }

  public void remove(Customer customer) {
    entities.remove(customer);
  }

  /** One more than asked for, so that it shows whether there is a next page. */
  public List<Customer> list(String text, String cursor, int limit) {
    return entities
        .createQuery(
            "SELECT c FROM Customer c WHERE c.id > :cursor AND c.searchText LIKE :text ESCAPE '!'"
                + " ORDER BY c.id",
            Customer.class)
        .setParameter("cursor", cursor == null ? "" : cursor)
        .setParameter("text", ProductStore.contains(text))
        .setMaxResults(limit + 1)
        .getResultList();
  }

  public long count() {
    return entities.createQuery("SELECT COUNT(c) FROM Customer c", Long.class).getSingleResult();
  }
}
