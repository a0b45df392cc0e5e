package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.ProductsChanged;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Shelf;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The products as they are sold now, in memory: what a recommendation has to know of them. A change
 * is read again before the next answer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Assortment {

  private static final int BATCH = 500;

  @Inject private Products products;

  private final Shelf shelf = new Shelf();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile boolean loaded;

  /** Notes what has to be read again. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsChanged event) {
    changed.addAll(event.ids());
  }

  /** The products as they are now; reads what changed. */
  public Shelf current() {
    if (!loaded) {
      load();
    }
    if (!changed.isEmpty()) {
      List<String> ids = new ArrayList<>(changed);
      ids.forEach(changed::remove);
      for (int from = 0; from < ids.size(); from += BATCH) {
        reread(ids.subList(from, Math.min(ids.size(), from + BATCH)));
      }
    }
    return shelf;
  }

  private void reread(List<String> ids) {
    Map<String, ProductData> found = products.findAll(ids);
    for (String id : ids) {
      if (found.containsKey(id)) {
        shelf.put(Article.of(found.get(id)));
      } else {
        shelf.remove(id);
      }
    }
  }

  private synchronized void load() {
    if (!loaded) {
      products.forEach(product -> shelf.put(Article.of(product)));
      loaded = true;
    }
  }
}
