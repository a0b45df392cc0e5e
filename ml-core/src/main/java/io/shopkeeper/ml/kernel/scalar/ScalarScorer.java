package io.shopkeeper.ml.kernel.scalar;

import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.kernel.Workers;

/** Scores one item after the other. */
final class ScalarScorer implements ItemScorer {

  private final Workers workers;
  private final int items;
  private final int width;
  private final float[] vectors;

  ScalarScorer(Workers workers, int items, int width, float[] vectors) {
    this.workers = workers;
    this.items = items;
    this.width = width;
    this.vectors = vectors;
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public RankedRows top(float[] queries, int count, int k, ItemFilter filter) {
    Shapes.length("queries", queries.length, (long) count * width);
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, but is " + k);
    }
    RankedRows ranked = RankedRows.room(count, Math.min(k, Math.max(1, items)));
    workers.forEach(
        count,
        query -> {
          var best = new TopHeap(ranked.most());
          for (int item = 0; item < items; item++) {
            float score = score(queries, query, item);
            if (filter.admits(query, item)) {
              best.offer(item, score);
            }
          }
          ranked.put(query, best);
        });
    return ranked;
  }

  private float score(float[] queries, int query, int item) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += (double) queries[query * width + i] * vectors[item * width + i];
    }
    return (float) sum;
  }
}
