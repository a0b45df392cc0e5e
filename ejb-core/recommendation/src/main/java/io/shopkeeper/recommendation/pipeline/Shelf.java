package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.ml.diversity.Likeness;
import io.shopkeeper.ml.diversity.Traits;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** The products in memory, found by id, by word, and in their orders. Safe for several threads. */
public final class Shelf {

  private static final Traits NOTHING = Traits.of(List.of());
  private static final Comparator<Article> NEWEST =
      Comparator.comparing(Article::from).reversed().thenComparing(Article::id);

  private final Map<String, Article> articles = new ConcurrentHashMap<>();
  private final NavigableSet<String> ids = new ConcurrentSkipListSet<>();
  private final NavigableSet<Article> newest = new ConcurrentSkipListSet<>(NEWEST);
  private final Map<String, Set<String>> byWord = new ConcurrentHashMap<>();
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private volatile Places places = new Places(null, new Slot[0]);

  /** Where an article is, or may be again; stays the same while the articles change. */
  private static final class Slot {
    private volatile Article article;
  }

  /**
   * The articles of a model's items. To look one up by its id means to search among all: far too
   * slow for what is asked of hundreds of items for each answer.
   */
  static final class Places {

    private final RecommendationModel model;
    private final Slot[] slots;

    private Places(RecommendationModel model, Slot[] slots) {
      this.model = model;
      this.slots = slots;
    }

    /** Null for what the shop does not have. */
    Article article(int item) {
      return slots[item].article;
    }
  }

  /** Puts an article in, in place of the one with its id. */
  public synchronized void put(Article article) {
    takeOut(article.id());
    articles.put(article.id(), article);
    Slot slot = slots.get(article.id());
    if (slot != null) {
      slot.article = article;
    }
    ids.add(article.id());
    if (article.from() != null) {
      newest.add(article);
    }
    for (String word : article.words()) {
      byWord.computeIfAbsent(word, added -> ConcurrentHashMap.newKeySet()).add(article.id());
    }
    changes.incrementAndGet();
  }

  /** Takes an article out, if it is there. */
  public synchronized void remove(String productId) {
    takeOut(productId);
    changes.incrementAndGet();
  }

  /**
   * How often it has changed. To be asked before what is made of the articles, for a change counts
   * when it is done.
   */
  public long changes() {
    return changes.get();
  }

  private void takeOut(String productId) {
    Article gone = articles.remove(productId);
    if (gone != null) {
      ids.remove(productId);
      Slot slot = slots.get(productId);
      if (slot != null) {
        slot.article = null;
      }
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

  /** The articles of a model's items; made when a model is first asked for, and kept for it. */
  Places places(RecommendationModel model) {
    Places now = places;
    return now.model == model ? now : makePlaces(model);
  }

  private synchronized Places makePlaces(RecommendationModel model) {
    if (places.model != model) {
      var made = new Slot[model.items()];
      for (int item = 0; item < made.length; item++) {
        made[item] = slots.computeIfAbsent(model.productId(item), this::slot);
      }
      places = new Places(model, made);
    }
    return places;
  }

  private Slot slot(String productId) {
    var slot = new Slot();
    slot.article = articles.get(productId);
    return slot;
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
