package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.ProductsChanged;
import io.shopkeeper.ml.content.Words;
import io.shopkeeper.ml.diversity.Likeness;
import io.shopkeeper.ml.diversity.Traits;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final Traits NOTHING = Traits.of(List.of());

  @Inject private Products products;
  @Inject private Clock clock;

  private final Map<String, Article> articles = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile boolean loaded;

  /** What of a product matters here. */
  private record Article(
      String titleEn,
      String titleZh,
      String categoryPath,
      boolean inStock,
      Instant from,
      Traits traits) {

    static Article of(ProductData product) {
      return new Article(
          product.title(Locale.ENGLISH),
          product.title(Locale.CHINESE),
          product.categoryPath(),
          product.active() && product.stock() > 0,
          product.availableFrom(),
          traits(product));
    }

    /** Words of the title, the brand, and each level of the category. */
    private static Traits traits(ProductData product) {
      var words = new ArrayList<>(Words.ofText(product.title(Locale.ENGLISH)));
      words.addAll(Words.ofCategory(product.categoryPath()));
      if (product.brand() != null) {
        words.add("brand " + product.brand());
      }
      return Traits.of(words);
    }
  }

  /** Notes what has to be read again. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsChanged event) {
    changed.addAll(event.ids());
  }

  /**
   * Whether a product can be bought now.
   *
   * @param categoryPath only in this category or below it; null for any
   */
  public boolean sells(String productId, String categoryPath) {
    Article article = articles.get(productId);
    return article != null
        && article.inStock()
        && (article.from() == null || !article.from().isAfter(clock.instant()))
        && (categoryPath == null
            || article.categoryPath().equals(categoryPath)
            || article.categoryPath().startsWith(categoryPath + "/"));
  }

  /** A product's title. */
  public Optional<String> title(String productId, Locale locale) {
    return Optional.ofNullable(articles.get(productId))
        .map(article -> "zh".equals(locale.getLanguage()) ? article.titleZh() : article.titleEn());
  }

  /** How alike two products are, by title, brand and category. */
  public Likeness likeness(List<String> productIds) {
    Traits[] traits =
        productIds.stream()
            .map(articles::get)
            .map(article -> article == null ? NOTHING : article.traits())
            .toArray(Traits[]::new);
    return (a, b) -> a == b ? 1 : traits[a].cosine(traits[b]);
  }

  /** All products, in no order. */
  public Set<String> ids() {
    return articles.keySet();
  }

  /** Reads what changed; to be called once before an answer. */
  public void refresh() {
    if (!loaded) {
      load();
    }
    if (!changed.isEmpty()) {
      List<String> ids = new ArrayList<>(changed);
      ids.forEach(changed::remove);
      for (int from = 0; from < ids.size(); from += BATCH) {
        List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
        Map<String, ProductData> found = products.findAll(batch);
        for (String id : batch) {
          if (found.containsKey(id)) {
            articles.put(id, Article.of(found.get(id)));
          } else {
            articles.remove(id);
          }
        }
      }
    }
  }

  private synchronized void load() {
    if (!loaded) {
      products.forEach(product -> articles.put(product.id(), Article.of(product)));
      loaded = true;
    }
  }
}
