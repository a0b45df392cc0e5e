package io.shopkeeper.catalog.review;

import io.shopkeeper.catalog.entity.Review;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of reviews. */
@Dependent
public class ReviewStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ReviewStore() {}

  /** For tests that bring their own entity manager. */
  public ReviewStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Review> find(String id) {
    return Optional.ofNullable(entities.find(Review.class, id));
  }

  public Map<String, Review> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT r FROM Review r WHERE r.id IN :ids", Review.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Review::id, Function.identity()));
  }

  public void add(Review added) {
    entities.persist(added);
  }

  public void remove(Review removed) {
    entities.remove(removed);
  }

  public List<Review> page(String afterId, int limit) {
    return entities
        .createQuery("SELECT r FROM Review r WHERE r.id > :after ORDER BY r.id", Review.class)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  public List<Review> ofProduct(String productId, int limit) {
    return entities
        .createQuery(
            "SELECT r FROM Review r WHERE r.productId = :product"
                + " ORDER BY r.time DESC, r.id DESC",
            Review.class)
        .setParameter("product", productId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** A customer's, the oldest first. */
  public List<Review> ofCustomer(String customerId, Instant from, Instant until) {
    return between("r.customerId = :whose", customerId, from, until);
  }

  /** Those of some products, the oldest first. */
  public List<Review> ofProducts(Collection<String> productIds, Instant from, Instant until) {
    return between("r.productId IN :whose", productIds, from, until);
  }

  private List<Review> between(String condition, Object whose, Instant from, Instant until) {
    return entities
        .createQuery(
            "SELECT r FROM Review r WHERE "
                + condition
                + " AND r.time >= :from AND r.time < :until ORDER BY r.time, r.id",
            Review.class)
        .setParameter("whose", whose)
        .setParameter("from", from.toEpochMilli())
        .setParameter("until", until.toEpochMilli())
        .getResultList();
  }

  public long count() {
    return entities.createQuery("SELECT COUNT(r) FROM Review r", Long.class).getSingleResult();
  }
}
