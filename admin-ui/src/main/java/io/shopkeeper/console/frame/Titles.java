package io.shopkeeper.console.frame;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products' titles in the reader's language, each looked up once. */
@RequestScoped
public class Titles {

  @Inject private Products products;
  @Inject private Reader reader;

  private final Map<String, Optional<String>> known = new HashMap<>();

  /** A title; empty for what the shop does not have. */
  public Optional<String> find(String productId) {
    learn(List.of(productId));
    return known.get(productId);
  }

  /** A title, or the id where there is none. */
  public String of(String productId) {
    return find(productId).orElse(productId);
  }

  /** Looks several up at once. */
  public void learn(Collection<String> productIds) {
    List<String> fresh = new ArrayList<>(productIds);
    fresh.removeAll(known.keySet());
    if (!fresh.isEmpty()) {
      Map<String, ProductData> found = products.findAll(fresh);
      fresh.forEach(
          id ->
              known.put(
                  id,
                  Optional.ofNullable(found.get(id))
                      .map(product -> product.title(reader.getLocale()))));
    }
  }
}
