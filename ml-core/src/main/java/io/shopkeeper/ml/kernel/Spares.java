package io.shopkeeper.ml.kernel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Working memory between queries, so that a query makes no garbage; some threads more than there
 * are places make their own. Safe for use by several threads.
 */
public final class Spares<T> {

  private static final int PLACES = 16;

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);

  /** One that nobody uses; empty if there is none. */
  public Optional<T> take() {
    int first = first();
    for (int i = 0; i < PLACES; i++) {
      T spare = places.getAndSet((first + i) % PLACES, null);
      if (spare != null) {
        return Optional.of(spare);
      }
    }
    return Optional.empty();
  }

  /** Gives one back; what finds no place is dropped. */
  public void give(T spare) {
    int first = first();
    for (int i = 0; i < PLACES; i++) {
      if (places.compareAndSet((first + i) % PLACES, null, spare)) {
        return;
      }
    }
  }

  /** Threads begin at different places. */
  private static int first() {
    return (int) (Thread.currentThread().threadId() % PLACES);
  }
}
