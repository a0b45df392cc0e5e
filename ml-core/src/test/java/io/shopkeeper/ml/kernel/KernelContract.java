package io.shopkeeper.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider must do, measured against the scalar reference. */
public abstract class KernelContract {

  private static final double EPSILON = Math.ulp(1f);

  private final Kernels reference = new ScalarKernels(Workers.callerOnly());
  private final TestWorkers workers = new TestWorkers(3);
  private Kernels subject;

  /** What is tested. */
  protected abstract Kernels subject(Workers workers);

  /** Rows × columns × depth: 0, 1, 13, 207 and 4,098 in every place, with bounded work. */
  protected List<int[]> shapes() {
    return List.of(
        new int[] {0, 13, 13},
        new int[] {13, 0, 1},
        new int[] {13, 13, 0},
        new int[] {1, 1, 1},
        new int[] {13, 13, 13},
        new int[] {1, 207, 13},
        new int[] {207, 207, 207},
        new int[] {4098, 13, 13},
        new int[] {13, 4098, 13},
        new int[] {13, 13, 4098});
  }

  /** Whether the largest similarity is tried with every measure: emulators are slow. */
  protected boolean patient() {
    return true;
  }

  /** Rows of the largest similarity that is tried. */
  protected int mostRows() {
    return Integer.MAX_VALUE;
  }

  @BeforeEach
  void makeSubject() {
    subject = subject(workers.workers());
  }

  @AfterEach
  void stopWorkers() {
    workers.close();
  }

  @ParameterizedTest
  @EnumSource
  void multipliesMatrices(Numbers numbers) {
    for (int[] size : shapes()) {
      for (int kind = 0; kind < 4; kind++) {
        var shape = new GemmShape(size[0], size[1], size[2], (kind & 1) != 0, (kind & 2) != 0);
        gemm(shape, numbers, 1, 0);
        gemmDouble(shape, numbers, 1, 0);
      }
    }
    gemm(GemmShape.of(50, 70, 40), numbers, 0.5f, -2);
    gemm(new GemmShape(33, 31, 300, true, false), numbers, -1, 1);
    gemm(GemmShape.of(9, 8, 7), numbers, 0, 3);
    gemm(GemmShape.of(9, 8, 7), numbers, 0, 0);
    gemmDouble(GemmShape.of(50, 70, 40), numbers, 0.5, -2);
    gemmDouble(new GemmShape(33, 31, 300, false, true), numbers, -1, 1);
  }

  private void gemm(GemmShape shape, Numbers numbers, float alpha, float beta) {
    FloatBlock a =
        framed(
            shape.transposeA() ? shape.k() : shape.m(),
            shape.transposeA() ? shape.m() : shape.k(),
            numbers,
            1);
    FloatBlock b =
        framed(
            shape.transposeB() ? shape.n() : shape.k(),
            shape.transposeB() ? shape.k() : shape.n(),
            numbers,
            2);
    FloatBlock c = framed(shape.m(), shape.n(), numbers, 3);
    FloatBlock expected = copy(c);
    FloatBlock magnitude = absolute(c);
    reference.gemm(shape, alpha, a, b, beta, expected);
    reference.gemm(shape, Math.abs(alpha), absolute(a), absolute(b), Math.abs(beta), magnitude);
    subject.gemm(shape, alpha, a, b, beta, c);
    String what = "gemm %s of %s numbers, α %s β %s".formatted(shape, numbers, alpha, beta);
    Closeness.sums(what, expected.values(), c.values(), magnitude.values(), shape.k());
  }

  private void gemmDouble(GemmShape shape, Numbers numbers, double alpha, double beta) {
    int aColumns = shape.transposeA() ? shape.m() : shape.k();
    int bColumns = shape.transposeB() ? shape.k() : shape.n();
    double[] a = numbers.makeDoubles(shape.m() * shape.k(), 1);
    double[] b = numbers.makeDoubles(shape.k() * shape.n(), 2);
    double[] c = numbers.makeDoubles(shape.m() * shape.n(), 3);
    double[] expected = c.clone();
    double[] magnitude = absolute(c);
    reference.gemm(
        shape,
        alpha,
        DoubleBlock.of(a, aColumns),
        DoubleBlock.of(b, bColumns),
        beta,
        DoubleBlock.of(expected, shape.n()));
    reference.gemm(
        shape,
        Math.abs(alpha),
        DoubleBlock.of(absolute(a), aColumns),
        DoubleBlock.of(absolute(b), bColumns),
        Math.abs(beta),
        DoubleBlock.of(magnitude, shape.n()));
    subject.gemm(
        shape,
        alpha,
        DoubleBlock.of(a, aColumns),
        DoubleBlock.of(b, bColumns),
        beta,
        DoubleBlock.of(c, shape.n()));
    Closeness.sums(
        "double gemm %s of %s numbers".formatted(shape, numbers),
        expected,
        c,
        magnitude,
        shape.k());
  }

  @Test
  void refusesMatricesThatDoNotFit() {
    var shape = GemmShape.of(3, 4, 5);
    FloatBlock small = FloatBlock.of(new float[14], 5);
    FloatBlock b = FloatBlock.of(new float[20], 4);
    FloatBlock c = FloatBlock.of(new float[12], 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.gemm(shape, 1f, small, b, 0f, c))
        .withMessageContaining("A of 3 × 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.softmax(3, 6, small))
        .withMessageContaining("A of 3 × 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.choleskySolve(2, 3, new float[17], new float[6]))
        .withMessageContaining("matrices needs 18");
  }

  @ParameterizedTest
  @EnumSource
  void multipliesMatrixByVector(Numbers numbers) {
    for (int[] size :
        new int[][] {
          {0, 5}, {5, 0}, {1, 1}, {13, 207}, {207, 13}, {4098, 13}, {13, 4098}, {1030, 270}
        }) {
      for (boolean transpose : new boolean[] {false, true}) {
        gemv(size[0], size[1], transpose, numbers);
      }
    }
  }

  private void gemv(int rows, int columns, boolean transpose, Numbers numbers) {
    FloatBlock a = framed(rows, columns, numbers, 1);
    float[] x = numbers.make(transpose ? rows : columns, 2);
    float[] y = numbers.make(transpose ? columns : rows, 3);
    float[] expected = y.clone();
    float[] magnitude = absolute(y);
    reference.gemv(transpose, rows, columns, 0.5f, a, x, 2f, expected);
    reference.gemv(transpose, rows, columns, 0.5f, absolute(a), absolute(x), 2f, magnitude);
    subject.gemv(transpose, rows, columns, 0.5f, a, x, 2f, y);
    Closeness.sums(
        "gemv %d × %d %s".formatted(rows, columns, numbers),
        expected,
        y,
        magnitude,
        Math.max(rows, columns));
  }

  @ParameterizedTest
  @EnumSource
  void multipliesChosenRowsByVector(Numbers numbers) {
    int[] chosen = {4, 0, 12, 12, 3, 7, 1};
    for (int columns : new int[] {0, 1, 13, 64, 207}) {
      FloatBlock a = framed(13, columns, numbers, 1);
      float[] x = numbers.make(columns, 2);
      for (int count = 0; count <= chosen.length; count++) {
        float[] expected = new float[count];
        float[] magnitude = new float[count];
        float[] products = new float[count];
        reference.rowProducts(columns, a, chosen, count, x, expected);
        reference.rowProducts(columns, absolute(a), chosen, count, absolute(x), magnitude);
        subject.rowProducts(columns, a, chosen, count, x, products);
        Closeness.sums("rows of " + columns, expected, products, magnitude, columns);
      }
    }
    FloatBlock small = FloatBlock.of(new float[12], 4);
    float[] x = new float[4];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.rowProducts(4, small, new int[] {1, 3}, 2, x, new float[2]))
        .withMessageContaining("A of 4 × 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.rowProducts(4, small, new int[] {-1}, 1, x, new float[1]));
  }

  @ParameterizedTest
  @EnumSource
  void multipliesByItsTranspose(Numbers numbers) {
    for (int[] size : new int[][] {{0, 3}, {1, 1}, {13, 13}, {207, 13}, {207, 207}, {13, 4098}}) {
      FloatBlock a = framed(size[0], size[1], numbers, 1);
      FloatBlock c = framed(size[0], size[0], numbers, 2);
      FloatBlock expected = copy(c);
      FloatBlock magnitude = absolute(c);
      reference.syrk(size[0], size[1], 1f, a, 0.5f, expected);
      reference.syrk(size[0], size[1], 1f, absolute(a), 0.5f, magnitude);
      subject.syrk(size[0], size[1], 1f, a, 0.5f, c);
      Closeness.sums("syrk " + size[0], expected.values(), c.values(), magnitude.values(), size[1]);
      double[] wide = numbers.makeDoubles(size[0] * size[1], 4);
      double[] one = new double[size[0] * size[0]];
      double[] two = one.clone();
      double[] three = one.clone();
      reference.syrk(
          size[0], size[1], -1.0, DoubleBlock.of(wide, size[1]), 0, DoubleBlock.of(one, size[0]));
      reference.syrk(
          size[0],
          size[1],
          1.0,
          DoubleBlock.of(absolute(wide), size[1]),
          0,
          DoubleBlock.of(three, size[0]));
      subject.syrk(
          size[0], size[1], -1.0, DoubleBlock.of(wide, size[1]), 0, DoubleBlock.of(two, size[0]));
      Closeness.sums("double syrk " + size[0], one, two, three, size[1]);
    }
  }

  @Test
  void solvesSmallSystems() {
    for (int n : new int[] {0, 1, 13, 32, 33, 207}) {
      int systems = n > 100 ? 3 : 70;
      float[] matrices = new float[systems * n * n];
      float[] sides = Numbers.PLAIN.make(systems * n, 7);
      for (int s = 0; s < systems; s++) {
        positive(n, s, (float) Math.pow(10, s % 9 - 4), matrices, s * n * n);
      }
      float[] solutions = sides.clone();
      int bad = subject.choleskySolve(systems, n, matrices.clone(), solutions);
      assertThat(bad).isZero();
      for (int s = 0; s < systems; s++) {
        residual(n, matrices, s * n * n, sides, solutions, s * n);
      }
    }
  }

  /** G·Gᵀ + I, scaled; garbage above the diagonal, which nobody may read. */
  private static void positive(int n, int seed, float scale, float[] to, int at) {
    float[] g = Numbers.PLAIN.make(n * n, seed);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = 0; k < n; k++) {
          sum += (double) g[i * n + k] * g[j * n + k];
        }
        to[at + i * n + j] = j > i ? Float.NaN : (float) (sum * scale);
      }
    }
  }

  private static void residual(int n, float[] a, int at, float[] b, float[] x, int bt) {
    double worst = 0;
    double matrix = 0;
    double solution = 0;
    for (int i = 0; i < n; i++) {
      double sum = -b[bt + i];
      double row = 0;
      for (int j = 0; j < n; j++) {
        double value = a[at + Math.max(i, j) * n + Math.min(i, j)];
        sum += value * x[bt + j];
        row += Math.abs(value);
      }
      worst = Math.max(worst, Math.abs(sum));
      matrix = Math.max(matrix, row);
      solution = Math.max(solution, Math.abs(x[bt + i]));
    }
    assertThat(worst).isLessThanOrEqualTo(8 * n * EPSILON * matrix * solution);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 13, 32, 40, 207})
  void solvesTheSystemsOfRows(int width) {
    for (int rows : new int[] {0, 1, 13, 70}) {
      leastSquares(rows, 300, width, true);
      leastSquares(rows, 13, width, false);
    }
  }

  private void leastSquares(int rows, int columns, int width, boolean withBase) {
    SparseRows cells = sparse(rows, columns, 0.3, Numbers.PLAIN, 1);
    SparseRows weights = cells.map(Math::abs);
    float[] targets = Numbers.PLAIN.make(weights.nonZeros(), 2);
    float[] vectors = Numbers.PLAIN.make(columns * width, 3);
    float[] base = new float[withBase ? width * width : 0];
    if (withBase) {
      positive(width, 4, 1f, base, 0);
    }
    float[] ridge = new float[rows];
    Arrays.fill(ridge, 0.5f);
    float[] solutions = new float[rows * width];
    var systems = new RowSystems(weights, targets, width, vectors, base, ridge);
    assertThat(subject.leastSquares(systems, solutions)).isZero();
    for (int row = 0; row < rows; row++) {
      rowResidual(systems, row, solutions);
    }
  }

  private static void rowResidual(RowSystems systems, int row, float[] solutions) {
    int n = systems.width();
    double[] rest = new double[n];
    double[] sums = new double[n];
    double pull = 0;
    SparseRows cells = systems.weights();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = i == j ? systems.ridge()[row] : 0;
        if (systems.base().length > 0) {
          value += systems.base()[Math.max(i, j) * n + Math.min(i, j)];
        }
        for (int cell = cells.starts()[row]; cell < cells.starts()[row + 1]; cell++) {
          int at = cells.indices()[cell] * n;
          value +=
              (double) cells.values()[cell] * systems.vectors()[at + i] * systems.vectors()[at + j];
        }
        rest[i] += value * solutions[row * n + j];
        sums[i] += Math.abs(value);
      }
    }
    for (int cell = cells.starts()[row]; cell < cells.starts()[row + 1]; cell++) {
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double value = systems.vectors()[cells.indices()[cell] * n + i];
        rest[i] -= systems.targets()[cell] * value;
        squares += value * value;
      }
      pull += Math.abs(systems.targets()[cell]) * Math.sqrt(squares);
    }
    double worst = 0;
    double matrix = 0;
    double solution = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.abs(rest[i]));
      matrix = Math.max(matrix, sums[i]);
      solution = Math.max(solution, Math.abs(solutions[row * n + i]));
    }
    assertThat(worst)
        .isLessThanOrEqualTo(8 * (n + cells.count(row)) * EPSILON * (matrix * solution + pull));
  }

  @Test
  void aRowThatHasNoSolutionIsNoNumberAndIsCounted() {
    float[] vectors = {1, 2, Float.NaN, 1};
    var cells = new SparseRows(3, 2, new int[] {0, 1, 2, 2}, new int[] {0, 1}, new float[] {1, 1});
    float[] solutions = new float[6];
    var systems =
        new RowSystems(cells, new float[] {1, 1}, 2, vectors, new float[0], new float[] {1, 1, 0});
    assertThat(subject.leastSquares(systems, solutions)).isEqualTo(2);
    Closeness.value("x", 0, 1 / 6f, solutions[0], 4 * EPSILON);
    Closeness.value("x", 1, 2 / 6f, solutions[1], 4 * EPSILON);
    for (int i = 2; i < 6; i++) {
      assertThat(solutions[i]).isNaN();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.leastSquares(systems, new float[5]))
        .withMessageContaining("solutions needs 6");
  }

  @Test
  void saysWhichSystemsHaveNoSolution() {
    int n = 5;
    float[] matrices = new float[4 * n * n];
    for (int s = 0; s < 4; s++) {
      positive(n, s, 1, matrices, s * n * n);
    }
    matrices[n * n + 6 * 2] = -100;
    matrices[2 * n * n] = Float.NaN;
    matrices[3 * n * n + 5] = Float.POSITIVE_INFINITY;
    float[] x = Numbers.PLAIN.make(4 * n, 1);
    assertThat(subject.choleskySolve(4, n, matrices, x)).isEqualTo(3);
    assertThat(x[0]).isFinite();
    for (int i = n; i < 4 * n; i++) {
      assertThat(x[i]).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource
  void measuresRows(Numbers numbers) {
    for (int[] size : new int[][] {{0, 3}, {3, 0}, {1, 1}, {13, 207}, {13, 4098}}) {
      FloatBlock a = framed(size[0], size[1], numbers, 1);
      float[] expected = new float[size[0]];
      float[] actual = new float[size[0]];
      reference.rowNorms(size[0], size[1], a, expected);
      subject.rowNorms(size[0], size[1], a, actual);
      for (int i = 0; i < size[0]; i++) {
        double bound = (size[1] + 4) * (EPSILON * expected[i] + Float.MIN_VALUE);
        Closeness.value("norm of " + numbers, i, expected[i], actual[i], bound);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesProbabilities(Numbers numbers) {
    for (int[] size : new int[][] {{0, 3}, {3, 0}, {1, 1}, {13, 13}, {7, 207}, {3, 4098}}) {
      FloatBlock a = framed(size[0], size[1], numbers, 1);
      FloatBlock expected = copy(a);
      reference.softmax(size[0], size[1], expected);
      subject.softmax(size[0], size[1], a);
      for (int i = 0; i < a.values().length; i++) {
        double bound =
            (size[1] + 16) * EPSILON * Math.abs((double) expected.values()[i]) + Float.MIN_NORMAL;
        Closeness.value("softmax of " + numbers, i, expected.values()[i], a.values()[i], bound);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void appliesActivations(Numbers numbers) {
    for (Activation function : Activation.values()) {
      for (int size : new int[] {0, 1, 13, 207, 4098}) {
        float[] x = numbers.make(size, 5);
        for (int i = 0; i < size; i += 3) {
          x[i] *= 30;
        }
        float[] expected = new float[size];
        float[] actual = new float[size];
        reference.activate(function, x, expected);
        subject.activate(function, x, actual);
        float[] upstream = Numbers.PLAIN.make(size, 6);
        float[] slopes = new float[size];
        float[] actualSlopes = new float[size];
        reference.gradient(function, x, upstream, slopes);
        subject.gradient(function, x, upstream, actualSlopes);
        for (int i = 0; i < size; i++) {
          double scale = Float.isFinite(x[i]) ? Math.min(Math.abs(x[i]), 40) + 1 : 1;
          double bound =
              16 * EPSILON * Math.max(scale, Math.abs((double) expected[i])) + Float.MIN_NORMAL;
          Closeness.value(function + " of " + x[i], i, expected[i], actual[i], bound);
          double slopeBound = 64 * EPSILON * scale;
          Closeness.value(function + "′ of " + x[i], i, slopes[i], actualSlopes[i], slopeBound);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ranksItems(Numbers numbers) {
    for (int[] size :
        new int[][] {
          {0, 8, 3}, {1, 1, 1}, {13, 13, 5}, {207, 64, 9}, {4098, 13, 4}, {300, 1, 6}, {65, 207, 1}
        }) {
      float[] vectors = numbers.make(size[0] * size[1], 1);
      float[] queries = numbers.make(size[2] * size[1], 2);
      for (int k : new int[] {1, 10, 100}) {
        rank(size[0], size[1], size[2], vectors, queries, k, ItemFilter.ALL, numbers);
      }
      rank(
          size[0],
          size[1],
          size[2],
          vectors,
          queries,
          7,
          (query, item) -> (item + query) % 3 != 0,
          numbers);
    }
  }

  private void rank(
      int items,
      int width,
      int count,
      float[] vectors,
      float[] queries,
      int k,
      ItemFilter filter,
      Numbers numbers) {
    try (ItemScorer one = reference.scorer(items, width, vectors);
        ItemScorer two = subject.scorer(items, width, vectors)) {
      RankedRows expected = one.top(queries, count, k, filter);
      RankedRows actual = two.top(queries, count, k, filter);
      assertThat(actual.rows()).isEqualTo(count);
      for (int query = 0; query < count; query++) {
        String what = "query %d of %d items, %s numbers, k %d".formatted(query, items, numbers, k);
        rankedAlike(what, items, width, vectors, queries, query, filter, expected, actual);
      }
    }
  }

  private static void rankedAlike(
      String what,
      int items,
      int width,
      float[] vectors,
      float[] queries,
      int query,
      ItemFilter filter,
      RankedRows expected,
      RankedRows actual) {
    float[] expectedScores = expected.scoresOf(query);
    float[] scores = actual.scoresOf(query);
    int[] found = actual.indicesOf(query);
    double greatestBound = 0;
    boolean overflowing = false;
    for (int item = 0; item < items; item++) {
      double magnitude = 0;
      for (int i = 0; i < width; i++) {
        double product = Math.abs((double) vectors[item * width + i] * queries[query * width + i]);
        magnitude += product;
      }
      overflowing |= !(magnitude < Float.MAX_VALUE / 4);
      greatestBound =
          Math.max(greatestBound, (width + 4) * (EPSILON * magnitude + 2 * Float.MIN_VALUE));
    }
    assertThat(Arrays.stream(found).distinct().count()).as(what).isEqualTo(found.length);
    if (overflowing) {
      // NaN and infinities come and go with the order of addition: only order and filter are sure.
      for (int i = 0; i < found.length; i++) {
        assertThat(scores[i]).as(what).isNotNaN();
        assertThat(i == 0 || scores[i - 1] >= scores[i]).as(what).isTrue();
        assertThat(filter.admits(query, found[i])).as(what).isTrue();
      }
      return;
    }
    assertThat(found).as(what).hasSameSizeAs(expectedScores);
    for (int i = 0; i < found.length; i++) {
      double exact = 0;
      for (int j = 0; j < width; j++) {
        exact += (double) vectors[found[i] * width + j] * queries[query * width + j];
      }
      Closeness.value(what, i, exact, scores[i], greatestBound);
      Closeness.value(what, i, expectedScores[i], scores[i], 2 * greatestBound);
      assertThat(i == 0 || scores[i - 1] >= scores[i]).as(what).isTrue();
      assertThat(filter.admits(query, found[i])).as(what).isTrue();
    }
  }

  @Test
  void givesTiesToTheLowerItem() {
    float[] vectors = new float[500];
    Arrays.fill(vectors, 2);
    RankedRows ranked =
        subject.scorer(500, 1, vectors).top(new float[] {1, 1}, 2, 4, ItemFilter.ALL);
    assertThat(ranked.indicesOf(1)).containsExactly(0, 1, 2, 3);
    assertThat(ranked.scoresOf(1)).containsExactly(2, 2, 2, 2);
  }

  @Test
  void ranksManyItemsForOneQueryByAllWorkers() {
    int items = 40_000;
    float[] vectors = Numbers.PLAIN.make(items * 32, 1);
    float[] query = Numbers.PLAIN.make(32, 2);
    rank(items, 32, 1, vectors, query, 50, ItemFilter.ALL, Numbers.PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void multipliesSparseByDense(Numbers numbers) {
    for (int[] size :
        new int[][] {
          {0, 5, 5}, {5, 0, 5}, {1, 1, 1}, {13, 207, 13}, {207, 13, 207}, {4098, 13, 33}
        }) {
      SparseRows a = sparse(size[0], size[1], 0.3, numbers, 1);
      FloatBlock b = framed(size[1], size[2], numbers, 2);
      FloatBlock c = framed(size[0], size[2], numbers, 3);
      FloatBlock expected = copy(c);
      FloatBlock magnitude = absolute(c);
      reference.multiply(a, size[2], b, expected);
      reference.multiply(
          new SparseRows(a.rows(), a.columns(), a.starts(), a.indices(), absolute(a.values())),
          size[2],
          absolute(b),
          magnitude);
      subject.multiply(a, size[2], b, c);
      Closeness.sums("sparse by dense", expected.values(), c.values(), magnitude.values(), size[1]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsNeighbours(Numbers numbers) {
    for (int[] size :
        new int[][] {{0, 3}, {3, 0}, {1, 1}, {13, 13}, {207, 100}, {100, 207}, {4098, 13}}) {
      SparseRows rows = sparse(size[0], size[1], size[0] > 1000 ? 0.08 : 0.2, numbers, 3);
      if (size[0] > mostRows()) {
        continue;
      }
      if (size[0] > 1000 && !patient()) {
        neighbours(rows, NeighbourSpec.of(SimilarityMeasure.JACCARD, 10), numbers);
        continue;
      }
      for (SimilarityMeasure measure : SimilarityMeasure.values()) {
        neighbours(rows, NeighbourSpec.of(measure, 10), numbers);
        neighbours(rows, new NeighbourSpec(measure, 5, 0.2f, 2, 3), numbers);
      }
      neighbours(ones(rows), NeighbourSpec.of(SimilarityMeasure.COSINE, 10), numbers);
      neighbours(ones(rows), new NeighbourSpec(SimilarityMeasure.COSINE, 3, 0.1f, 3, 2), numbers);
    }
  }

  private void neighbours(SparseRows rows, NeighbourSpec spec, Numbers numbers) {
    SparseRows columns = rows.transpose();
    var everything =
        new NeighbourSpec(
            spec.measure(), Math.max(1, rows.rows()), 0, spec.minimumSupport(), spec.shrinkage());
    RankedRows expected = reference.neighbours(rows, columns, spec, TrainingListener.SILENT);
    RankedRows all =
        rows.rows() > 1000
            ? expected
            : reference.neighbours(rows, columns, everything, TrainingListener.SILENT);
    RankedRows actual = subject.neighbours(rows, columns, spec, TrainingListener.SILENT);
    boolean exact = spec.measure() != SimilarityMeasure.COSINE;
    for (int row = 0; row < rows.rows(); row++) {
      String what = "%s of row %d of %d, %s numbers".formatted(spec, row, rows.rows(), numbers);
      double bound = (rows.count(row) + 8) * EPSILON;
      if (exact) {
        assertThat(actual.indicesOf(row)).as(what).containsExactly(expected.indicesOf(row));
        assertThat(actual.scoresOf(row))
            .as(what)
            .containsExactly(expected.scoresOf(row), within(spec));
      } else {
        similarAlike(what, bound, spec, expected.scoresOf(row), all, actual, row);
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> within(NeighbourSpec spec) {
    return org.assertj.core.data.Offset.offset(
        spec.measure() == SimilarityMeasure.LOG_LIKELIHOOD ? 1e-3f : 1e-6f);
  }

  private static void similarAlike(
      String what,
      double bound,
      NeighbourSpec spec,
      float[] expected,
      RankedRows all,
      RankedRows actual,
      int row) {
    float[] scores = actual.scoresOf(row);
    int[] found = actual.indicesOf(row);
    assertThat(Arrays.stream(found).distinct().count()).as(what).isEqualTo(found.length);
    for (int i = 0; i < Math.max(scores.length, expected.length); i++) {
      // At the threshold a rounding decides; it may not be more than that.
      double one = i < scores.length ? scores[i] : spec.threshold();
      double two = i < expected.length ? expected[i] : spec.threshold();
      Closeness.value(what, i, two, one, bound);
    }
    for (int i = 0; i < found.length; i++) {
      int neighbour = found[i];
      int place =
          IntStream.range(0, all.counts()[row])
              .filter(p -> all.indices()[row * all.most() + p] == neighbour)
              .findFirst()
              .orElse(-1);
      double reference = place < 0 ? 0 : all.scores()[row * all.most() + place];
      if (place >= 0 || all.most() >= all.rows()) {
        Closeness.value(what, i, reference, scores[i], bound);
      }
    }
  }

  @Test
  void stopsWhenTheListenerSaysSo() {
    SparseRows rows = sparse(207, 50, 0.2, Numbers.PLAIN, 3);
    var listener =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    subject.neighbours(
                        rows,
                        rows.transpose(),
                        NeighbourSpec.of(SimilarityMeasure.JACCARD, 3),
                        listener)))
        .isInstanceOf(TrainingCancelledException.class);
  }

  /** Random cells; rows of every count. */
  static SparseRows sparse(int rows, int columns, double density, Numbers numbers, long seed) {
    var random = new SplittableRandom(seed);
    int[] starts = new int[rows + 1];
    List<Integer> indices = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double share = density * 2 * random.nextDouble();
      for (int column = 0; column < columns; column++) {
        if (random.nextDouble() < share) {
          indices.add(column);
        }
      }
      starts[row + 1] = indices.size();
    }
    return new SparseRows(
        rows,
        columns,
        starts,
        indices.stream().mapToInt(i -> i).toArray(),
        numbers.make(indices.size(), seed + 1));
  }

  private static SparseRows ones(SparseRows rows) {
    float[] ones = new float[rows.values().length];
    Arrays.fill(ones, 3f);
    return new SparseRows(rows.rows(), rows.columns(), rows.starts(), rows.indices(), ones);
  }

  /** A matrix inside a larger array, so that writing beside it shows. */
  private static FloatBlock framed(int rows, int columns, Numbers numbers, long seed) {
    int stride = columns + 3;
    return new FloatBlock(numbers.make(5 + rows * stride, seed), 5, stride);
  }

  private static FloatBlock copy(FloatBlock block) {
    return new FloatBlock(block.values().clone(), block.offset(), block.stride());
  }

  private static FloatBlock absolute(FloatBlock block) {
    return new FloatBlock(absolute(block.values()), block.offset(), block.stride());
  }

  private static float[] absolute(float[] values) {
    float[] positive = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      positive[i] = Math.abs(values[i]);
    }
    return positive;
  }

  private static double[] absolute(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}
