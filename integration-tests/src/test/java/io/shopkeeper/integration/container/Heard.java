package io.shopkeeper.integration.container;

import io.shopkeeper.catalog.boundary.ProductsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Another module's ear: which products it was told of, after the commit. */
@ApplicationScoped
public class Heard {

  private final Set<String> products = ConcurrentHashMap.newKeySet();

  void of(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsChanged event) {
    products.addAll(event.ids());
  }

  boolean product(String id) {
    return products.contains(id);
  }
}
