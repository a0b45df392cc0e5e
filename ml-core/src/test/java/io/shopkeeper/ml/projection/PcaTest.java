package io.shopkeeper.ml.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PcaTest extends AlgorithmContract<Table, Pca.Options, Projection> {

  private static final Pca ALGORITHM = new Pca();

  @Override
  protected Pca algorithm() {
    return ALGORITHM;
  }

  @Override
  protected Pca.Options options() {
    return new Pca.Options(3, true, 5, 2);
  }

  @Override
  protected List<Table> planted() {
    return List.of(table(5000, 30, 3, 1, 3));
  }

  @Override
  protected int questionsBeforeCancel() {
    return 4;
  }

  @Override
  protected void saysTheSame(Projection stored, Projection read, Table data) {
    assertThat(read.project(data)).isEqualTo(stored.project(data));
  }

  /** Few hidden numbers behind many columns, their weight falling, and noise. */
  private static Table table(int rows, int width, int hidden, double noise, long seed) {
    var random = new SplittableRandom(seed);
    double[][] weights = new double[hidden][width];
    for (int h = 0; h < hidden; h++) {
      for (int d = 0; d < width; d++) {
        weights[h][d] = random.nextGaussian() * Math.pow(0.7, h);
      }
    }
    float[][] columns = new float[width][rows];
    for (int row = 0; row < rows; row++) {
      double[] z = new double[hidden];
      for (int h = 0; h < hidden; h++) {
        z[h] = random.nextGaussian();
      }
      for (int d = 0; d < width; d++) {
        double value = 5 + d + noise * random.nextGaussian();
        for (int h = 0; h < hidden; h++) {
          value += z[h] * weights[h][d];
        }
        columns[d][row] = (float) value;
      }
    }
    List<Column> all = new ArrayList<>();
    for (int d = 0; d < width; d++) {
      all.add(new NumberColumn("x" + d, columns[d]));
    }
    return new Table(all);
  }

  private static Projection train(Table table, Pca.Options options) {
    return ALGORITHM.train(table, options, 1, TrainingListener.SILENT);
  }

  @Test
  void oneDirectionByHand() {
    float[] x = {1, 2, 3, 4};
    float[] y = {2, 4, 6, 8};
    var table = new Table(List.of(new NumberColumn("x", x), new NumberColumn("y", y)));
    Projection found = train(table, new Pca.Options(2, false, 10, 4));
    assertThat(found.component(0)[0]).isCloseTo((float) (1 / Math.sqrt(5)), within(1e-5f));
    assertThat(found.component(0)[1]).isCloseTo((float) (2 / Math.sqrt(5)), within(1e-5f));
    assertThat(found.variance(0)).isCloseTo(25 / 3.0, within(1e-5));
    assertThat(found.variance(1)).isCloseTo(0, within(1e-5));
    assertThat(found.explainedShare(0)).isCloseTo(1, within(1e-6));
    assertThat(found.project(table)[0]).isCloseTo((float) (-1.5 * Math.sqrt(5)), within(1e-5f));
  }

  @Test
  void isThatOfScikitLearn() {
    int rows = 500;
    int width = 60;
    Table table = table(rows, width, 8, 0.1, 3);
    double[] input = new double[rows * width];
    for (int d = 0; d < width; d++) {
      float[] values = ((NumberColumn) table.columns().get(d)).values();
      for (int row = 0; row < rows; row++) {
        input[row * width + d] = values[row];
      }
    }
    double[] expected =
        Python.run(
            "pca",
            """
            from sklearn.decomposition import PCA
            m = PCA(6, svd_solver='full').fit(np.array(x).reshape(500, 60))
            c = m.components_
            c = c * np.sign(c[np.arange(6), np.abs(c).argmax(1)])[:, None]
            print(*m.explained_variance_, *m.explained_variance_ratio_, *c.ravel())
            """,
            input);
    Projection found = train(table, new Pca.Options(6, false, 10, 4));
    for (int place = 0; place < 6; place++) {
      assertThat(found.variance(place)).isCloseTo(expected[place], within(1e-3 * expected[place]));
      assertThat(found.explainedShare(place)).isCloseTo(expected[6 + place], within(1e-4));
      for (int d = 0; d < width; d++) {
        assertThat(found.component(place)[d])
            .isCloseTo((float) expected[12 + place * width + d], within(2e-3f));
      }
    }
  }

  /**
   * Components are orthonormal, and the places along them have their variances and no covariance.
   */
  @Property(tries = 25, seed = "7")
  void placesAreUncorrelated(
      @ForAll @IntRange(min = 3, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 25) int width,
      @ForAll long seed) {
    Table table = table(rows, width, 3, 0.5, seed);
    Projection found = train(table, new Pca.Options(4, true, 3, 6));
    int count = found.components();
    assertThat(count).isEqualTo(Math.min(4, Math.min(width, rows - 1)));
    float[] places = found.project(table);
    double total = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int d = 0; d < width; d++) {
          product += found.component(i)[d] * found.component(j)[d];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-4));
        double covariance = 0;
        for (int row = 0; row < rows; row++) {
          covariance += places[row * count + i] * places[row * count + j] / (rows - 1.0);
        }
        assertThat(covariance).isCloseTo(i == j ? found.variance(i) : 0, within(1e-3 * width));
      }
      assertThat(i == 0 || found.variance(i) <= found.variance(i - 1) + 1e-9).isTrue();
      total += found.explainedShare(i);
    }
    assertThat(total).isCloseTo(found.explainedShare(), within(1e-9)).isLessThan(1 + 1e-6);
  }

  /** Any symmetric matrix is its vectors, values and vectors again. */
  @Property(tries = 40, seed = "8")
  void jacobiTakesApartWhatCanBePutTogether(
      @ForAll @IntRange(min = 1, max = 20) int n, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * n + j] = random.nextGaussian();
        matrix[j * n + i] = matrix[i * n + j];
      }
    }
    var eigen = SymmetricEigen.of(matrix.clone(), n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += eigen.vectors()[i * n + k] * eigen.values()[k] * eigen.vectors()[j * n + k];
        }
        assertThat(sum).isCloseTo(matrix[i * n + j], within(1e-9));
      }
    }
  }

  @Test
  void constantsCategoriesAndMissingCells() {
    var constant = new Table(List.of(new NumberColumn("x", new float[] {3, 3, 3})));
    assertThat(train(constant, ALGORITHM.standard()).explainedShare()).isZero();
    List<String> words = new ArrayList<>();
    float[] numbers = new float[40];
    for (int row = 0; row < 40; row++) {
      words.add(row % 2 == 0 ? "red" : "blue");
      numbers[row] = row % 5 == 0 ? Float.NaN : row % 2;
    }
    var table =
        new Table(List.of(CategoryColumn.of("colour", words), new NumberColumn("number", numbers)));
    Projection found = train(table, ALGORITHM.standard());
    float[] all = found.project(table);
    float[] rows = found.schema().rows(table);
    for (int row = 0; row < 40; row++) {
      float[] one = found.project(rows, row * 2);
      for (int place = 0; place < found.components(); place++) {
        assertThat(one[place])
            .isFinite()
            .isCloseTo(all[row * found.components() + place], within(1e-5f));
      }
    }
    assertThat(found.names()).contains("colour=red", "number", "number missing");
  }

  @Test
  void nothingToLearnFromIsSaid() {
    assertThatThrownBy(
            () -> train(table(9, 3, 1, 1, 3).select(new int[] {0}), ALGORITHM.standard()))
        .hasMessageContaining("at least 2 rows");
    assertThatThrownBy(() -> train(new Table(3, List.of()), ALGORITHM.standard()))
        .hasMessageContaining("at least 1 column");
  }
}
