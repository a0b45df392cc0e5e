package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.kernel.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Items in blocks of four vectors, one item a lane and the values one after the other, so that
 * scores come out side by side and a block is compared with the worst kept score at once. One query
 * reads the blocks once; several queries share each block while it is in the first cache.
 */
final class VectorScorer implements ItemScorer {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 4 * LANES;
  private static final int GROUP = 4;
  private static final int QUERIES_A_TASK = 32;
  private static final long WORTH_SHARING = 1L << 20;

  private final Workers workers;
  private final int items;
  private final int width;
  private final int blocks;
  private final float[] packed;

  VectorScorer(Workers workers, int items, int width, float[] vectors) {
    this.workers = workers;
    this.items = items;
    this.width = width;
    this.blocks = (items + BLOCK - 1) / BLOCK;
    this.packed = new float[Math.multiplyExact(blocks * BLOCK, width)];
    workers.forEach(blocks, block -> pack(block, vectors));
  }

  private void pack(int block, float[] vectors) {
    int to = block * BLOCK * width;
    for (int lane = 0; lane < Math.min(BLOCK, items - block * BLOCK); lane++) {
      int from = (block * BLOCK + lane) * width;
      for (int i = 0; i < width; i++) {
        packed[to + i * BLOCK + lane] = vectors[from + i];
      }
    }
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
    if (count == 1 && (long) items * width >= WORTH_SHARING && workers.width() > 1) {
      shared(queries, filter, ranked);
      return ranked;
    }
    int each =
        Math.max(1, Math.min(QUERIES_A_TASK, (count + workers.width() - 1) / workers.width()));
    int step = each < GROUP ? each : (each + GROUP - 1) / GROUP * GROUP;
    workers.forEach(
        (count + step - 1) / step,
        task -> {
          int end = Math.min(count, (task + 1) * step);
          var scan = new Scan(queries, task * step, end, ranked.most(), filter);
          scan.over(0, blocks);
          for (int query = task * step; query < end; query++) {
            ranked.put(query, scan.best(query));
          }
        });
    return ranked;
  }

  /** One query: each worker takes a part of the items. */
  private void shared(float[] queries, ItemFilter filter, RankedRows ranked) {
    int parts = Math.min(blocks, workers.width());
    RankedRows found = RankedRows.room(parts, ranked.most());
    workers.forEach(
        parts,
        part -> {
          var scan = new Scan(queries, 0, 1, ranked.most(), filter);
          scan.over(
              (int) ((long) blocks * part / parts), (int) ((long) blocks * (part + 1) / parts));
          found.put(part, scan.best(0));
        });
    var best = new TopHeap(ranked.most());
    for (int part = 0; part < parts; part++) {
      for (int i = part * found.most(); i < part * found.most() + found.counts()[part]; i++) {
        best.offer(found.indices()[i], found.scores()[i]);
      }
    }
    ranked.put(0, best);
  }

  /** Some queries over some blocks, by one thread. */
  private final class Scan {

    private final float[] queries;
    private final int from;
    private final int to;
    private final ItemFilter filter;
    private final TopHeap[] heaps;
    private final float[] scores = new float[GROUP * BLOCK];

    Scan(float[] queries, int from, int to, int most, ItemFilter filter) {
      this.queries = queries;
      this.from = from;
      this.to = to;
      this.filter = filter;
      this.heaps = new TopHeap[to - from];
      for (int i = 0; i < heaps.length; i++) {
        heaps[i] = new TopHeap(most);
      }
    }

    TopHeap best(int query) {
      return heaps[query - from];
    }

    void over(int firstBlock, int endBlock) {
      for (int block = firstBlock; block < endBlock; block++) {
        int query = from;
        for (; query + GROUP <= to; query += GROUP) {
          four(packed, block * BLOCK * width, queries, query * width, width, scores);
          for (int i = 0; i < GROUP; i++) {
            look(block, query + i, i * BLOCK);
          }
        }
        for (; query < to; query++) {
          one(packed, block * BLOCK * width, queries, query * width, width, scores);
          look(block, query, 0);
        }
      }
    }

    /** Offers what beats the worst kept score; everything while there is room. */
    private void look(int block, int query, int from) {
      TopHeap best = heaps[query - this.from];
      float bar = best.bar();
      if (bar == Float.NEGATIVE_INFINITY || anyAbove(bar, from)) {
        offer(best, block, query, from);
      }
    }

    private boolean anyAbove(float bar, int from) {
      FloatVector limit = FloatVector.broadcast(SPECIES, bar);
      return above(from, limit)
          .or(above(from + LANES, limit))
          .or(above(from + 2 * LANES, limit))
          .or(above(from + 3 * LANES, limit))
          .anyTrue();
    }

    private VectorMask<Float> above(int from, FloatVector limit) {
      return FloatVector.fromArray(SPECIES, scores, from).compare(VectorOperators.GT, limit);
    }

    private void offer(TopHeap best, int block, int query, int from) {
      int first = block * BLOCK;
      int end = Math.min(BLOCK, items - first);
      for (int lane = 0; lane < end; lane++) {
        float bar = best.bar();
        float score = scores[from + lane];
        if ((score > bar || bar == Float.NEGATIVE_INFINITY) && filter.admits(query, first + lane)) {
          best.offer(first + lane, score);
        }
      }
    }
  }

  /** The scores of a block for one query. Nothing else is in here: the compiler has limits. */
  private static void one(
      float[] packed, int block, float[] queries, int query, int width, float[] scores) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int at = block;
    int q = query;
    for (int i = 0; i < width; i++, at += BLOCK) {
      FloatVector v = FloatVector.broadcast(SPECIES, queries[q + i]);
      s0 = FloatVector.fromArray(SPECIES, packed, at).fma(v, s0);
      s1 = FloatVector.fromArray(SPECIES, packed, at + LANES).fma(v, s1);
      s2 = FloatVector.fromArray(SPECIES, packed, at + 2 * LANES).fma(v, s2);
      s3 = FloatVector.fromArray(SPECIES, packed, at + 3 * LANES).fma(v, s3);
    }
    s0.intoArray(scores, 0);
    s1.intoArray(scores, LANES);
    s2.intoArray(scores, 2 * LANES);
    s3.intoArray(scores, 3 * LANES);
  }

  /** The same for four queries that lie one after the other. */
  private static void four(
      float[] packed, int block, float[] queries, int query, int width, float[] scores) {
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector c2 = a0;
    FloatVector c3 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector d2 = a0;
    FloatVector d3 = a0;
    int at = block;
    int q = query;
    for (int i = 0; i < width; i++, at += BLOCK, q++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, packed, at);
      FloatVector x1 = FloatVector.fromArray(SPECIES, packed, at + LANES);
      FloatVector x2 = FloatVector.fromArray(SPECIES, packed, at + 2 * LANES);
      FloatVector x3 = FloatVector.fromArray(SPECIES, packed, at + 3 * LANES);
      FloatVector v = FloatVector.broadcast(SPECIES, queries[q]);
      a0 = x0.fma(v, a0);
      a1 = x1.fma(v, a1);
      a2 = x2.fma(v, a2);
      a3 = x3.fma(v, a3);
      v = FloatVector.broadcast(SPECIES, queries[q + width]);
      b0 = x0.fma(v, b0);
      b1 = x1.fma(v, b1);
      b2 = x2.fma(v, b2);
      b3 = x3.fma(v, b3);
      v = FloatVector.broadcast(SPECIES, queries[q + 2 * width]);
      c0 = x0.fma(v, c0);
      c1 = x1.fma(v, c1);
      c2 = x2.fma(v, c2);
      c3 = x3.fma(v, c3);
      v = FloatVector.broadcast(SPECIES, queries[q + 3 * width]);
      d0 = x0.fma(v, d0);
      d1 = x1.fma(v, d1);
      d2 = x2.fma(v, d2);
      d3 = x3.fma(v, d3);
    }
    a0.intoArray(scores, 0);
    a1.intoArray(scores, LANES);
    a2.intoArray(scores, 2 * LANES);
    a3.intoArray(scores, 3 * LANES);
    b0.intoArray(scores, 4 * LANES);
    b1.intoArray(scores, 5 * LANES);
    b2.intoArray(scores, 6 * LANES);
    b3.intoArray(scores, 7 * LANES);
    c0.intoArray(scores, 8 * LANES);
    c1.intoArray(scores, 9 * LANES);
    c2.intoArray(scores, 10 * LANES);
    c3.intoArray(scores, 11 * LANES);
    d0.intoArray(scores, 12 * LANES);
    d1.intoArray(scores, 13 * LANES);
    d2.intoArray(scores, 14 * LANES);
    d3.intoArray(scores, 15 * LANES);
  }
}
