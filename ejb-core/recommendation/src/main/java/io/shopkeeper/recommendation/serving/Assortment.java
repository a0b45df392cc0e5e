package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Shelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The products as they are sold now, in memory: what a recommendation has to know of them. A change
 * by this server is read again before the next answer; one by another server of the shop with the
 * first answer half a second later. Safe for several threads.
 */
public final class Assortment {

  private static final int BATCH = 500;
  private static final Duration LOOKS_APART = Duration.ofMillis(500);

  /** How long a change may take from its time to its commit, and clocks may differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Products products;
  private final Clock clock;
  private final Shelf shelf = new Shelf();

  /** What has to be read again, each with the number of its change: it may change meanwhile. */
  private final Map<String, Long> changed = new ConcurrentHashMap<>();

  private final AtomicLong changes = new AtomicLong();
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock looking = new ReentrantLock();
  private Map<String, Instant> seen = Map.of();
  private volatile Instant looked = Instant.EPOCH;
  private volatile boolean loaded;

  /** Nothing is read yet. */
  Assortment(Products products, Clock clock) {
    this.products = products;
    this.clock = clock;
  }

  /** Notes what has to be read again. */
  void changed(Collection<String> ids) {
    ids.forEach(this::note);
  }

  private void note(String id) {
    changed.put(id, changes.incrementAndGet());
  }

  /**
   * The products as they are now; reads what changed, and waits for whoever is just reading it, so
   * that no answer is older than a change before it.
   */
  public Shelf current() {
    if (!loaded) {
      load();
    }
    lookAround();
    if (!changed.isEmpty()) {
      reading.lock();
      try {
        readChanged();
      } finally {
        reading.unlock();
      }
    }
    return shelf;
  }

  private void readChanged() {
    Map<String, Long> now = Map.copyOf(changed);
    List<String> ids = List.copyOf(now.keySet());
    for (int from = 0; from < ids.size(); from += BATCH) {
      reread(ids.subList(from, Math.min(ids.size(), from + BATCH)));
    }
    now.forEach(changed::remove);
  }

  private void lookAround() {
    Instant now = clock.instant();
    if (looked.plus(LOOKS_APART).isAfter(now) || !looking.tryLock()) {
      return;
    }
    try {
      if (!looked.plus(LOOKS_APART).isAfter(now)) {
        Map<String, Instant> recent = products.changedSince(looked.minus(OVERLAP));
        recent.forEach(
            (id, at) -> {
              if (!at.equals(seen.get(id))) {
                note(id);
              }
            });
        seen = recent;
        looked = now;
      }
    } finally {
      looking.unlock();
    }
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
      looked = clock.instant();
      products.forEach(product -> shelf.put(Article.of(product)));
      loaded = true;
    }
  }
}
