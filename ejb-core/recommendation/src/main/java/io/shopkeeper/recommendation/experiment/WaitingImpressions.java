package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.ImpressionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/** What was shown and is not written yet. Nobody waits for it. Safe for several threads. */
public final class WaitingImpressions {

  private static final int MOST = 50_000;

  private final BlockingQueue<ImpressionEntry> entries = new ArrayBlockingQueue<>(MOST);
  private final LongAdder dropped = new LongAdder();

  WaitingImpressions() {}

  /** Takes one; drops it where too many wait. */
  public void add(ImpressionEntry impression) {
    if (!entries.offer(impression)) {
      dropped.increment();
    }
  }

  /** The oldest, out of it; at most so many. */
  List<ImpressionEntry> next(int most) {
    List<ImpressionEntry> batch = new ArrayList<>(most);
    entries.drainTo(batch, most);
    return batch;
  }

  /** Forgets what was shown to some units. */
  void forget(Set<String> units) {
    entries.removeIf(impression -> units.contains(impression.unit()));
  }

  int size() {
    return entries.size();
  }

  /** For want of room. */
  long dropped() {
    return dropped.sum();
  }
}
