package io.shopkeeper.catalog.product;

import io.shopkeeper.catalog.boundary.BrandCount;
import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.entity.Product;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of products. */
@Dependent
public class ProductStore {

  private static final Duration NOTED = Duration.ofDays(1);

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ProductStore() {}

  /** For tests that bring their own entity manager. */
  public ProductStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Product> find(String id) {
    return Optional.ofNullable(entities.find(Product.class, id));
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, Product> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT p FROM Product p WHERE p.id IN :ids", Product.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Product::id, Function.identity()));
  }

  /** When those products were delivered or removed that were since a time, by id. */
  public Map<String, Instant> changedSince(Instant since) {
    Map<String, Instant> changed = new HashMap<>();
    for (Object[] row :
        entities
            .createQuery(
                "SELECT p.id, p.updatedAt FROM Product p WHERE p.updatedAt >= :since",
                Object[].class)
            .setParameter("since", since.toEpochMilli())
            .getResultList()) {
      changed.put((String) row[0], Instant.ofEpochMilli((Long) row[1]));
    }
    for (Object row :
        entities
            .createNativeQuery("SELECT id, removed_at FROM product_removed WHERE removed_at >= ?1")
            .setParameter(1, since.toEpochMilli())
            .getResultList()) {
      Object[] removed = (Object[]) row;
      Instant at = Instant.ofEpochMilli(((Number) removed[1]).longValue());
      changed.merge((String) removed[0], at, (one, other) -> one.isAfter(other) ? one : other);
    }
    return changed;
  }

  public void add(Product product) {
    entities.persist(product);
  }

  /** Removes, and notes it for a day: whoever keeps products in memory has to hear of it. */
  public void remove(Product product, Instant now) {
    entities.remove(product);
    entities
        .createNativeQuery("DELETE FROM product_removed WHERE removed_at < ?1")
        .setParameter(1, now.minus(NOTED).toEpochMilli())
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO product_removed (id, removed_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, product.id())
        .setParameter(2, now.toEpochMilli())
        .executeUpdate();
  }

  /** One more than asked for, so that it shows whether there is a next page. */
  public List<Product> list(ProductQuery query) {
    String category = query.categoryPrefix();
    TypedQuery<Product> products =
        entities
            .createQuery(
                "SELECT p FROM Product p WHERE p.id > :cursor AND p.searchText LIKE :text ESCAPE '!'"
                    + (query.activeOnly() ? " AND p.active = :active" : "")
                    + (category == null
                        ? ""
                        : " AND (p.categoryPath = :category"
                            + " OR p.categoryPath LIKE :below ESCAPE '!')")
                    + " ORDER BY p.id",
                Product.class)
            .setParameter("cursor", query.cursor() == null ? "" : query.cursor())
            .setParameter("text", contains(query.text()))
            .setMaxResults(query.limit() + 1);
    if (query.activeOnly()) {
      products.setParameter("active", true);
    }
    if (category != null) {
      products.setParameter("category", category).setParameter("below", literal(category) + "/%");
    }
    return products.getResultList();
  }

  public List<CategoryCount> categories() {
    return entities
        .createQuery(
            "SELECT p.categoryPath, COUNT(p) FROM Product p WHERE p.active = :active"
                + " GROUP BY p.categoryPath ORDER BY p.categoryPath",
            Object[].class)
        .setParameter("active", true)
        .getResultStream()
        .map(row -> new CategoryCount((String) row[0], (Long) row[1]))
        .toList();
  }

  /** Brands of active products that have a text, the greatest first. */
  public List<BrandCount> brands(String text, int most) {
    return entities
        .createQuery(
            "SELECT p.brand, COUNT(p) FROM Product p WHERE p.active = :active"
                + " AND LOWER(p.brand) LIKE :text ESCAPE '!'"
                + " GROUP BY p.brand ORDER BY COUNT(p) DESC, p.brand",
            Object[].class)
        .setParameter("active", true)
        .setParameter("text", contains(text))
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new BrandCount((String) row[0], (Long) row[1]))
        .toList();
  }

  public long count() {
    return entities.createQuery("SELECT COUNT(p) FROM Product p", Long.class).getSingleResult();
  }

  /** A pattern for LIKE ... ESCAPE '!' that finds the words as they are. */
  public static String contains(String text) {
    return text == null || text.isBlank()
        ? "%"
        : "%" + literal(text.strip().toLowerCase(Locale.ROOT)) + "%";
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
