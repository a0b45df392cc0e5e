package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.entity.Product;
import io.shopkeeper.catalog.product.ProductStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The shop's products. */
@Stateless
public class Products {

  private static final int PAGE = 500;

  @Inject private ProductStore store;
  @Inject private Clock clock;
  @Inject private Event<ProductsChanged> changed;

  /**
   * Stores a product, new or in place of the one with its id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(ProductData product) {
    List<FieldError> errors = RecordCheck.check(product);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(product));
  }

  /**
   * Stores those products of a batch that can be stored; of two with one id the later counts.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> putAll(List<ProductData> products) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(products.size());
    var valid = new ArrayList<ProductData>(products.size());
    for (int row = 0; row < products.size(); row++) {
      ProductData product = products.get(row);
      List<FieldError> errors = RecordCheck.check(product);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, product.id(), errors));
      if (errors.isEmpty()) {
        valid.add(product);
      }
    }
    Set<String> ids = new HashSet<>();
    valid.forEach(product -> ids.add(product.id()));
    Map<String, Product> known = new HashMap<>(store.findAll(ids));
    for (ProductData product : valid) {
      known
          .computeIfAbsent(
              product.id(),
              id -> {
                var added = new Product(id);
                added.replace(product, now);
                store.add(added);
                return added;
              })
          .replace(product, now);
    }
    if (!ids.isEmpty()) {
      changed.fire(new ProductsChanged(ids));
    }
    return outcomes;
  }

  /**
   * Puts products on sale or takes them off.
   *
   * @param ids a thousand at most
   * @return those that changed
   */
  public List<String> setActive(Collection<String> ids, boolean active) {
    Instant now = clock.instant();
    List<String> done =
        store.findAll(ids).values().stream()
            .filter(product -> product.offer(active, now))
            .map(Product::id)
            .toList();
    if (!done.isEmpty()) {
      changed.fire(new ProductsChanged(Set.copyOf(done)));
    }
    return done;
  }

  /** One product. */
  public Optional<ProductData> find(String id) {
    return store.find(id).map(Product::data);
  }

  /** Those of the products that exist, by id; a thousand ids at most. */
  public Map<String, ProductData> findAll(Collection<String> ids) {
    var found = new HashMap<String, ProductData>();
    store.findAll(ids).forEach((id, product) -> found.put(id, product.data()));
    return found;
  }

  /**
   * When those products changed that did since a time, by id: for whoever keeps products in memory,
   * since another server of the shop tells nobody. Products removed in the last day are among them.
   */
  public Map<String, Instant> changedSince(Instant since) {
    return store.changedSince(since);
  }

  /** A page of products by id. */
  public ProductPage list(ProductQuery query) {
    List<Product> found = store.list(query);
    boolean more = found.size() > query.limit();
    List<ProductData> items = found.stream().limit(query.limit()).map(Product::data).toList();
    return new ProductPage(items, more ? items.getLast().id() : null);
  }

  /** Removes a product; answers whether there was one. */
  public boolean delete(String id) {
    Optional<Product> product = store.find(id);
    product.ifPresent(
        found -> {
          store.remove(found, clock.instant());
          changed.fire(new ProductsChanged(Set.of(id)));
        });
    return product.isPresent();
  }

  /** The categories of active products with their own counts, by name. */
  public List<CategoryCount> categories() {
    return store.categories();
  }

  /**
   * Categories of active products, and those above them, whose last level has a text; each with all
   * products in it and below, the greatest first.
   *
   * @param text upper and lower case are the same
   * @param most 1 to 100
   */
  public List<CategoryCount> categories(String text, int most) {
    return CategoryTree.of(store.categories()).find(text, Math.clamp(most, 1, 100));
  }

  /**
   * Brands of active products that have a text, the greatest first.
   *
   * @param text upper and lower case are the same
   * @param most 1 to 100
   */
  public List<BrandCount> brands(String text, int most) {
    return store.brands(text, Math.clamp(most, 1, 100));
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }

  /** Hands over every product, by id. */
  public void forEach(Consumer<ProductData> visitor) {
    String cursor = null;
    do {
      ProductPage page = list(new ProductQuery(null, null, cursor, PAGE, false));
      page.items().forEach(visitor);
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
