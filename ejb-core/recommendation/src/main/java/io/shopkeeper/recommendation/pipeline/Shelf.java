package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.ml.diversity.Likeness;
import io.shopkeeper.ml.diversity.Traits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The products in memory, found by id, by word, and in their orders. Safe for several threads. */
public final class Shelf {

  private static final Traits NOTHING = Traits.of(List.of());
  private static final Comparator<Article> NEWEST =
      Comparator.comparing(Article::from).reversed().thenComparing(Article::id);

  private final Map<String, Article> articles = new ConcurrentHashMap<>();
  private final NavigableSet<String> ids = new ConcurrentSkipListSet<>();
  private final NavigableSet<Article> newest = new ConcurrentSkipListSet<>(NEWEST);
  private final Map<String, Set<String>> byWord = new ConcurrentHashMap<>();

  /** Puts an article in, in place of the one with its id. */
  public synchronized void put(Article article) {
    remove(article.id());
    articles.put(article.id(), article);
    ids.add(article.id());
    if (article.from() != null) {
      newest.add(article);
    }
    for (String word : article.words()) {
      byWord.computeIfAbsent(word, added -> ConcurrentHashMap.newKeySet()).add(article.id());
    }
  }

  /** Takes an article out, if it is there. */
  public synchronized void remove(String productId) {
    Article gone = articles.remove(productId);
    if (gone != null) {
      ids.remove(productId);
      if (gone.from() != null) {
        newest.remove(gone);
      }
      for (String word : gone.words()) {
        byWord.getOrDefault(word, Set.of()).remove(productId);
      }
    }
  }

  /** An article; empty for what the shop does not have. */
  public Optional<Article> find(String productId) {
    return Optional.ofNullable(articles.get(productId));
  }

  /** An article; null for what the shop does not have: for loops over all that a model knows. */
  Article get(String productId) {
    return articles.get(productId);
  }

  /** A product's title. */
  public Optional<String> title(String productId, Locale locale) {
    return find(productId).map(article -> article.title(locale));
  }

  /** All ids, ascending. */
  Iterable<String> ids() {
    return ids;
  }

  /** Articles that say since when they are sold, the newest first. */
  Iterable<Article> newest() {
    return newest;
  }

  /** The products with a word; not a copy, and it may change meanwhile. */
  Set<String> withWord(String word) {
    return byWord.getOrDefault(word, Set.of());
  }

  /** How many there are. */
  public int size() {
    return articles.size();
  }

  /** How alike products are, by title, brand and category; by their places in the list. */
  public Likeness likeness(List<String> productIds) {
    Traits[] traits =
        productIds.stream()
            .map(articles::get)
            .map(article -> article == null ? NOTHING : article.traits())
            .toArray(Traits[]::new);
    return (a, b) -> a == b ? 1 : traits[a].cosine(traits[b]);
  }
}
