package io.shopkeeper.bench.kernel;

import io.shopkeeper.bench.data.Interactions;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Kernels of sparse rows, on 2,000 users of case C, and the scoring of items. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SparseBenchmark {

  private static final int USERS = 2_000;
  private static final int ITEMS = 50_000;
  private static final int RANK = 32;

  /** Cells of the first 2,000 users of case C. */
  private static final double CELLS = 206_000;

  private final SparseRows byUser = Interactions.generate(USERS).byUser();
  private final SparseRows byItem = byUser.transpose();
  private final float[] factors = Provider.numbers(ITEMS * RANK, 6);
  private final float[] query = Provider.numbers(RANK, 7);
  private final float[] product = new float[USERS * RANK];
  private final float[] solutions = new float[USERS * RANK];
  private RowSystems systems;
  private ItemScorer scorer;

  /** Makes what the kernels read. */
  @Setup(Level.Trial)
  public void prepare(Provider provider) {
    float[] ones = new float[byUser.nonZeros()];
    Arrays.fill(ones, 1);
    float[] ridge = new float[USERS];
    Arrays.fill(ridge, 0.1f);
    systems = new RowSystems(byUser, ones, RANK, factors, new float[0], ridge);
    scorer = provider.kernels().scorer(ITEMS, RANK, factors);
  }

  /** Gives the scorer back. */
  @TearDown(Level.Trial)
  public void close() {
    scorer.close();
  }

  /** C ← A·B, A sparse. */
  @Benchmark
  @Work(operations = 2 * CELLS * RANK, bytes = 4 * CELLS * RANK)
  public float[] sparseTimesDense(Provider provider) {
    provider
        .kernels()
        .multiply(byUser, RANK, FloatBlock.of(factors, RANK), FloatBlock.of(product, RANK));
    return product;
  }

  /** Cosine, the 50 nearest users of each. */
  @Benchmark
  @Work(operations = 0, bytes = 0)
  public RankedRows neighbours(Provider provider) {
    return provider
        .kernels()
        .neighbours(
            byUser,
            byItem,
            NeighbourSpec.of(SimilarityMeasure.COSINE, 50),
            TrainingListener.SILENT);
  }

  /** A half step of alternating least squares. */
  @Benchmark
  @Work(
      operations = CELLS * RANK * RANK + USERS * (RANK * RANK * RANK / 3.0),
      bytes = 4 * CELLS * RANK)
  public int leastSquares(Provider provider) {
    return provider.kernels().leastSquares(systems, solutions);
  }

  /** The ten best of 50,000 items for one query. */
  @Benchmark
  @Work(operations = 2.0 * ITEMS * RANK, bytes = 4.0 * ITEMS * RANK)
  public RankedRows topTen() {
    return scorer.top(query, 1, 10, ItemFilter.ALL);
  }
}
