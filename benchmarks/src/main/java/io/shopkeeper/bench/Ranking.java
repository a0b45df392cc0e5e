package io.shopkeeper.bench;

import io.shopkeeper.bench.data.Vectors;
import io.shopkeeper.bench.peer.RankingPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.bench.peer.TopTen;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.blas.OpenBlas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The exact ten best of 50,000 vectors of 64 values: one query, and a hundred together. */
final class Ranking {

  private static final int ITEMS = 50_000;
  private static final int BATCH = 100;
  private static final int QUERIES = 200;
  private static final int WIDTH = Vectors.WIDTH;

  private final Kernels kernels;
  private final Optional<OpenBlas> blas;
  private final boolean peers;
  private final Vectors data = Vectors.make(ITEMS, QUERIES);
  private final float[] scores = new float[BATCH * ITEMS];

  Ranking(Kernels kernels, Optional<OpenBlas> blas, boolean peers) {
    this.kernels = kernels;
    this.blas = blas;
    this.peers = peers;
  }

  List<Row> measure(int runs) {
    List<Row> rows = new ArrayList<>();
    try (ItemScorer scorer = kernels.scorer(ITEMS, WIDTH, data.items())) {
      Timed single = perQuery(query -> scorer.top(query(query), 1, 10, ItemFilter.ALL).indices());
      Timed batch = Turns.timed(() -> scorer.top(data.queries(), BATCH, 10, ItemFilter.ALL));
      if (!peers) {
        rows.add(row("top-10, one query", single, "", null, 1e6, runs));
        rows.add(row("top-10, batch of 100, per query", batch, "", null, 1e6 / BATCH, runs));
        return rows;
      }
      blas.ifPresent(
          library -> {
            rows.add(
                row(
                    "top-10, one query",
                    single,
                    "OpenBLAS sgemv + select",
                    blasSingle(library),
                    1e6,
                    runs));
            rows.add(
                row(
                    "top-10, batch of 100, per query",
                    batch,
                    "OpenBLAS sgemm + select",
                    blasBatch(library),
                    1e6 / BATCH,
                    runs));
          });
      for (RankingPeer peer : ServiceLoader.load(RankingPeer.class)) {
        peer.load(data.items(), WIDTH);
        Timed theirs = perQuery(query -> peer.top(query(query)));
        rows.add(row("top-10, one query", single, peer.name(), theirs, 1e6, runs));
      }
    }
    return rows;
  }

  private Row row(String bench, Timed ours, String name, Timed peer, double scale, int runs) {
    Turns.Medians medians = Turns.take(ours, peer, 6, runs);
    return new Row(
        bench,
        "50,000 × 64",
        kernels.name(),
        medians.ours() * scale,
        0,
        name,
        medians.peer() * scale,
        0,
        "µs",
        runs);
  }

  /** Seconds a query of ours with so many of the items. */
  double seconds(int items) {
    float[] vectors = Arrays.copyOf(data.items(), items * WIDTH);
    try (ItemScorer scorer = kernels.scorer(items, WIDTH, vectors)) {
      Timed single = perQuery(query -> scorer.top(query(query), 1, 10, ItemFilter.ALL).indices());
      return Turns.take(single, null, 4, 7).ours();
    }
  }

  private float[] query(int query) {
    return Arrays.copyOfRange(data.queries(), query * WIDTH, (query + 1) * WIDTH);
  }

  /** Mean seconds a query. */
  private static Timed perQuery(java.util.function.IntFunction<int[]> search) {
    return () -> {
      long start = System.nanoTime();
      int found = 0;
      for (int query = 0; query < QUERIES; query++) {
        found += search.apply(query).length;
      }
      double seconds = (System.nanoTime() - start) * 1e-9 / QUERIES;
      return found == 0 ? Double.NaN : seconds;
    };
  }

  private Timed blasSingle(OpenBlas library) {
    return perQuery(
        query -> {
          library.gemv(ITEMS, WIDTH, FloatBlock.of(data.items(), WIDTH), query(query), scores);
          return TopTen.of(scores, 0, ITEMS);
        });
  }

  private Timed blasBatch(OpenBlas library) {
    var shape = new GemmShape(BATCH, ITEMS, WIDTH, false, true);
    FloatBlock queries = FloatBlock.of(data.queries(), WIDTH);
    FloatBlock items = FloatBlock.of(data.items(), WIDTH);
    return Turns.timed(
        () -> {
          library.gemm(shape, 1f, queries, items, 0f, FloatBlock.of(scores, ITEMS));
          int[][] best = new int[BATCH][];
          for (int query = 0; query < BATCH; query++) {
            best[query] = TopTen.of(scores, query * ITEMS, ITEMS);
          }
          return best;
        });
  }
}
