package io.shopkeeper.catalog.product;

import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.entity.Product;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of products. */
@Dependent
public class ProductStore {

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

  public void add(Product product) {
    entities.persist(product);
  }

  public void remove(Product product) {
    entities.remove(product);
  }

  /** One more than asked for, so that it shows whether there is a next page. */
  public List<Product> list(ProductQuery query) {
    TypedQuery<Product> products =
        entities.createQuery(
            "SELECT p FROM Product p WHERE p.id > :cursor"
                + " AND (:anyActive = TRUE OR p.active = TRUE)"
                + " AND (:anyCategory = TRUE OR p.categoryPath = :category"
                + "      OR p.categoryPath LIKE :below ESCAPE '!')"
                + " AND p.searchText LIKE :text ESCAPE '!' ORDER BY p.id",
            Product.class);
    String category = query.categoryPrefix() == null ? "" : query.categoryPrefix();
    return products
        .setParameter("cursor", query.cursor() == null ? "" : query.cursor())
        .setParameter("anyActive", !query.activeOnly())
        .setParameter("anyCategory", query.categoryPrefix() == null)
        .setParameter("category", category)
        .setParameter("below", literal(category) + "/%")
        .setParameter("text", contains(query.text()))
        .setMaxResults(query.limit() + 1)
        .getResultList();
  }

  public List<CategoryCount> categories() {
    return entities
        .createQuery(
            "SELECT p.categoryPath, COUNT(p) FROM Product p WHERE p.active = TRUE"
                + " GROUP BY p.categoryPath ORDER BY p.categoryPath",
            Object[].class)
        .getResultStream()
        .map(row -> new CategoryCount((String) row[0], (Long) row[1]))
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
