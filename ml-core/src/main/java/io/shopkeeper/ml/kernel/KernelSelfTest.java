package io.shopkeeper.ml.kernel;

import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Compares kernels with the scalar reference on small seeded cases, in some milliseconds: run once
 * at start, before a backend may compute, and whenever somebody asks.
 */
public final class KernelSelfTest {

  private static final int ROWS = 67;
  private static final int COLUMNS = 45;
  private static final int DEPTH = 83;
  private static final double CLOSE = 1e-4;

  private final Kernels subject;
  private final Kernels reference = new ScalarKernels(Workers.callerOnly());

  private KernelSelfTest(Kernels subject) {
    this.subject = subject;
  }

  /** The first kernel that is wrong, in words; empty if all are right. */
  public static Optional<String> fault(Kernels subject) {
    var test = new KernelSelfTest(subject);
    return Optional.<String>empty()
        .or(test::product)
        .or(test::doubleProduct)
        .or(test::systems)
        .or(test::leastSquares)
        .or(test::probabilities)
        .or(test::ranking)
        .or(test::similarity);
  }

  private Optional<String> product() {
    FloatBlock a = FloatBlock.of(numbers(ROWS * DEPTH, 1), DEPTH);
    FloatBlock b = FloatBlock.of(numbers(DEPTH * COLUMNS, 2), COLUMNS);
    float[] expected = new float[ROWS * COLUMNS];
    float[] actual = new float[ROWS * COLUMNS];
    var shape = GemmShape.of(ROWS, COLUMNS, DEPTH);
    reference.gemm(shape, 1f, a, b, 0f, FloatBlock.of(expected, COLUMNS));
    subject.gemm(shape, 1f, a, b, 0f, FloatBlock.of(actual, COLUMNS));
    return difference("matrix product", expected, actual);
  }

  private Optional<String> doubleProduct() {
    double[] a = doubles(ROWS * DEPTH, 3);
    double[] b = doubles(DEPTH * COLUMNS, 4);
    double[] expected = new double[ROWS * COLUMNS];
    double[] actual = new double[ROWS * COLUMNS];
    var shape = GemmShape.of(ROWS, COLUMNS, DEPTH);
    DoubleBlock left = DoubleBlock.of(a, DEPTH);
    DoubleBlock right = DoubleBlock.of(b, COLUMNS);
    reference.gemm(shape, 1, left, right, 0, DoubleBlock.of(expected, COLUMNS));
    subject.gemm(shape, 1, left, right, 0, DoubleBlock.of(actual, COLUMNS));
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) < CLOSE * CLOSE)) {
        return fault("matrix product in double precision", i, expected[i], actual[i]);
      }
    }
    return Optional.empty();
  }

  private Optional<String> systems() {
    int n = 21;
    float[] matrices = new float[2 * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrices[i * n + j] = i == j ? n : 1;
        matrices[n * n + i * n + j] = i == j ? 3 : 1f / (1 + i + j);
      }
    }
    float[] expected = numbers(2 * n, 5);
    float[] actual = expected.clone();
    reference.choleskySolve(2, n, matrices.clone(), expected);
    subject.choleskySolve(2, n, matrices, actual);
    return difference("solution of systems", expected, actual);
  }

  private Optional<String> leastSquares() {
    int width = 21;
    SparseRows weights = cells();
    float[] ridge = new float[ROWS];
    Arrays.fill(ridge, 1);
    var systems =
        new RowSystems(
            weights.map(Math::abs),
            numbers(weights.nonZeros(), 11),
            width,
            numbers(COLUMNS * width, 12),
            new float[0],
            ridge);
    float[] expected = new float[ROWS * width];
    float[] actual = new float[ROWS * width];
    reference.leastSquares(systems, expected);
    subject.leastSquares(systems, actual);
    return difference("least squares", expected, actual);
  }

  private Optional<String> probabilities() {
    float[] expected = numbers(ROWS * COLUMNS, 6);
    float[] actual = expected.clone();
    reference.softmax(ROWS, COLUMNS, FloatBlock.of(expected, COLUMNS));
    subject.softmax(ROWS, COLUMNS, FloatBlock.of(actual, COLUMNS));
    return difference("softmax", expected, actual);
  }

  private Optional<String> ranking() {
    float[] vectors = numbers(300 * DEPTH, 7);
    float[] queries = numbers(5 * DEPTH, 8);
    try (ItemScorer one = reference.scorer(300, DEPTH, vectors);
        ItemScorer two = subject.scorer(300, DEPTH, vectors)) {
      return difference(
          "ranking of items",
          one.top(queries, 5, 10, ItemFilter.ALL).scores(),
          two.top(queries, 5, 10, ItemFilter.ALL).scores());
    }
  }

  private Optional<String> similarity() {
    SparseRows rows = cells();
    var spec = NeighbourSpec.of(SimilarityMeasure.COSINE, 8);
    SparseRows columns = rows.transpose();
    return difference(
        "item similarity",
        reference.neighbours(rows, columns, spec, TrainingListener.SILENT).scores(),
        subject.neighbours(rows, columns, spec, TrainingListener.SILENT).scores());
  }

  private static SparseRows cells() {
    var random = new SplittableRandom(9);
    int[] starts = new int[ROWS + 1];
    int[] indices = new int[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      starts[row + 1] = starts[row];
      for (int column = 0; column < COLUMNS; column++) {
        if (random.nextInt(4) == 0) {
          indices[starts[row + 1]++] = column;
        }
      }
    }
    return new SparseRows(ROWS, COLUMNS, starts, indices, numbers(indices.length, 10));
  }

  private static Optional<String> difference(String what, float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) < CLOSE)) {
        return fault(what, i, expected[i], actual[i]);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> fault(String what, int place, double expected, double actual) {
    return Optional.of("%s: value %d is %s, not %s".formatted(what, place, actual, expected));
  }

  private static float[] numbers(int size, long seed) {
    var random = new SplittableRandom(seed);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  private static double[] doubles(int size, long seed) {
    return new SplittableRandom(seed).doubles(size, -1, 1).toArray();
  }
}
