package io.shopkeeper.bench.kernel;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
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

/** Dense kernels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DenseBenchmark {

  private static final int SIDE = 512;
  private static final int ROWS = 50_000;
  private static final int WIDTH = 64;
  private static final int SYSTEMS = 2_000;
  private static final int UNKNOWNS = 32;
  private static final int VALUES = 1 << 20;

  private final float[] left = Provider.numbers(SIDE * SIDE, 1);
  private final float[] right = Provider.numbers(SIDE * SIDE, 2);
  private final float[] product = new float[SIDE * SIDE];
  private final float[] vectors = Provider.numbers(ROWS * WIDTH, 3);
  private final float[] query = Provider.numbers(WIDTH, 4);
  private final float[] scores = new float[ROWS];
  private final float[] values = Provider.numbers(VALUES, 5);
  private final float[] results = new float[VALUES];

  /** Cholesky works in place: every call gets fresh systems. */
  @State(Scope.Thread)
  public static class Systems {

    private final float[] matrices = new float[SYSTEMS * UNKNOWNS * UNKNOWNS];
    private final float[] sides = new float[SYSTEMS * UNKNOWNS];

    /** Makes them. */
    @Setup(Level.Invocation)
    public void make() {
      for (int i = 0; i < matrices.length; i++) {
        matrices[i] = i % (UNKNOWNS * UNKNOWNS) % (UNKNOWNS + 1) == 0 ? 4 : 0.05f;
      }
      Arrays.fill(sides, 1);
    }
  }

  /** C ← A·B. */
  @Benchmark
  @Work(operations = 2.0 * SIDE * SIDE * SIDE, bytes = 12.0 * SIDE * SIDE)
  public float[] gemm512(Provider provider) {
    provider
        .kernels()
        .gemm(
            GemmShape.of(SIDE, SIDE, SIDE),
            1,
            FloatBlock.of(left, SIDE),
            FloatBlock.of(right, SIDE),
            0,
            FloatBlock.of(product, SIDE));
    return product;
  }

  /** C ← A·Aᵀ. */
  @Benchmark
  @Work(operations = 1.0 * SIDE * SIDE * SIDE, bytes = 8.0 * SIDE * SIDE)
  public float[] syrk512(Provider provider) {
    provider
        .kernels()
        .syrk(SIDE, SIDE, 1, FloatBlock.of(left, SIDE), 0, FloatBlock.of(product, SIDE));
    return product;
  }

  /** y ← A·x. */
  @Benchmark
  @Work(operations = 2.0 * ROWS * WIDTH, bytes = 4.0 * ROWS * WIDTH)
  public float[] gemv50000x64(Provider provider) {
    provider.kernels().gemv(false, ROWS, WIDTH, 1, FloatBlock.of(vectors, WIDTH), query, 0, scores);
    return scores;
  }

  /** Many small systems. */
  @Benchmark
  @Work(
      operations = SYSTEMS * (UNKNOWNS * UNKNOWNS * UNKNOWNS / 3.0 + 2.0 * UNKNOWNS * UNKNOWNS),
      bytes = 4.0 * SYSTEMS * UNKNOWNS * UNKNOWNS)
  public int cholesky2000x32(Provider provider, Systems systems) {
    return provider.kernels().choleskySolve(SYSTEMS, UNKNOWNS, systems.matrices, systems.sides);
  }

  /** Lengths of rows. */
  @Benchmark
  @Work(operations = 2.0 * ROWS * WIDTH, bytes = 4.0 * ROWS * WIDTH)
  public float[] rowNorms50000x64(Provider provider) {
    provider.kernels().rowNorms(ROWS, WIDTH, FloatBlock.of(vectors, WIDTH), scores);
    return scores;
  }

  /** Softmax of rows, in place: after the first call its own results. */
  @Benchmark
  @Work(operations = 4.0 * VALUES, bytes = 8.0 * VALUES)
  public float[] softmax1024x1024(Provider provider) {
    provider.kernels().softmax(1024, 1024, FloatBlock.of(results, 1024));
    return results;
  }

  /** σ(x) of a million values. */
  @Benchmark
  @Work(operations = 4.0 * VALUES, bytes = 8.0 * VALUES)
  public float[] sigmoid1048576(Provider provider) {
    provider.kernels().activate(Activation.SIGMOID, values, results);
    return results;
  }
}
