package io.shopkeeper.bench;

import io.shopkeeper.bench.data.Vectors;
import io.shopkeeper.bench.peer.SearchPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.search.HnswIndex;
import io.shopkeeper.ml.search.HnswOptions;
import io.shopkeeper.ml.search.VectorMeasure;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Approximate search of the ten best of 50,000 vectors: each with the narrowest of some beams that
 * finds 99 of 100, on one thread.
 */
final class NearSearch {

  private static final int ITEMS = 50_000;
  private static final int QUERIES = 1000;
  private static final int TOP = 10;
  private static final int WIDTH = Vectors.WIDTH;
  private static final int[] BEAMS = {10, 15, 20, 30, 40, 50, 75, 100, 150, 200};
  private static final double WANTED = 0.99;
  private static final double MEGABYTE = 1 << 20;

  private final Vectors data = Vectors.make(ITEMS, QUERIES);
  private final float[][] queries = new float[QUERIES][];
  private final RankedRows truth;
  private final Consumer<String> notes;

  NearSearch(Kernels kernels, Consumer<String> notes) {
    this.notes = notes;
    Arrays.setAll(
        queries, query -> Arrays.copyOfRange(data.queries(), query * WIDTH, (query + 1) * WIDTH));
    try (ItemScorer scorer = kernels.scorer(ITEMS, WIDTH, data.items())) {
      truth = scorer.top(data.queries(), QUERIES, TOP, ItemFilter.ALL);
    }
  }

  /** Finds the ten best of a query with a beam. */
  private interface Search {
    int[] top(float[] query, int beam);
  }

  List<Row> measure(String backend, boolean peers, int runs) {
    long start = System.nanoTime();
    HnswIndex index =
        HnswIndex.build(
            data.items(),
            WIDTH,
            HnswOptions.standard(VectorMeasure.INNER_PRODUCT),
            42,
            TrainingListener.SILENT);
    built("ours", start, index.bytes());
    Search ours = (query, beam) -> index.search(query, TOP, beam).items();
    int beam = narrowest("ours", ours);
    List<Row> rows = new ArrayList<>();
    if (peers) {
      for (SearchPeer peer : ServiceLoader.load(SearchPeer.class)) {
        try (peer) {
          start = System.nanoTime();
          peer.build(data.items(), WIDTH);
          built(peer.name(), start, peer.bytes());
          int theirs = narrowest(peer.name(), peer::top);
          Timed timed = perQuery(query -> peer.top(query, theirs));
          rows.add(
              row(
                  backend,
                  perQuery(query -> ours.top(query, beam)),
                  index.bytes(),
                  "%s, k = %d".formatted(peer.name(), theirs),
                  timed,
                  peer.bytes(),
                  runs));
        }
      }
    }
    if (rows.isEmpty()) {
      rows.add(
          row(backend, perQuery(query -> ours.top(query, beam)), index.bytes(), "", null, 0, runs));
    }
    return rows;
  }

  private void built(String name, long start, long bytes) {
    notes.accept(
        String.format(
            Locale.ROOT,
            "%s: built in %.1f s, %.1f MB with the vectors",
            name,
            (System.nanoTime() - start) * 1e-9,
            bytes / MEGABYTE));
  }

  private int narrowest(String name, Search search) {
    for (int beam : BEAMS) {
      double recall = recall(search, beam);
      if (recall >= WANTED) {
        notes.accept(String.format(Locale.ROOT, "%s: beam %d, recall@10 %.4f", name, beam, recall));
        return beam;
      }
    }
    throw new IllegalStateException(name + " does not find 99 of 100 with any beam");
  }

  private double recall(Search search, int beam) {
    long hits = 0;
    for (int query = 0; query < QUERIES; query++) {
      int[] found = search.top(queries[query], beam);
      int[] best = truth.indicesOf(query);
      hits +=
          IntStream.of(best).filter(item -> IntStream.of(found).anyMatch(f -> f == item)).count();
    }
    return hits / ((double) QUERIES * TOP);
  }

  /** Mean seconds a query. */
  private Timed perQuery(Function<float[], int[]> search) {
    return () -> {
      long start = System.nanoTime();
      int found = 0;
      for (float[] query : queries) {
        found += search.apply(query).length;
      }
      double seconds = (System.nanoTime() - start) * 1e-9 / QUERIES;
      return found == 0 ? Double.NaN : seconds;
    };
  }

  private static Row row(
      String backend, Timed ours, long bytes, String name, Timed peer, long peerBytes, int runs) {
    Turns.Medians medians = Turns.take(ours, peer, 6, runs);
    return new Row(
        "near ten, recall ≥ .99, one query",
        "50,000 × 64",
        backend,
        medians.ours() * 1e6,
        bytes / MEGABYTE,
        name,
        medians.peer() * 1e6,
        peerBytes / MEGABYTE,
        "µs",
        runs);
  }
}
