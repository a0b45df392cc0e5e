package io.shopkeeper.ml.cluster;

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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KMeansTest extends AlgorithmContract<Table, KMeans.Options, ClusterModel> {

  private static final KMeans ALGORITHM = new KMeans();

  @Override
  protected KMeans algorithm() {
    return ALGORITHM;
  }

  @Override
  protected KMeans.Options options() {
    return new KMeans.Options(6, 2, 200);
  }

  @Override
  protected List<Table> planted() {
    return List.of(table(5000, 4, 4, 2, 3));
  }

  @Override
  protected int questionsBeforeCancel() {
    return 5;
  }

  @Override
  protected void saysTheSame(ClusterModel stored, ClusterModel read, Table data) {
    assertThat(read.clusters(data)).isEqualTo(stored.clusters(data));
  }

  private static Table table(int rows, int width, int groups, double spread, long seed) {
    var random = new SplittableRandom(seed);
    float[][] columns = new float[width][rows];
    for (int row = 0; row < rows; row++) {
      for (int d = 0; d < width; d++) {
        double centre = new SplittableRandom(row % groups * 31L + d).nextDouble() * 10;
        columns[d][row] = (float) (centre + spread * random.nextGaussian());
      }
    }
    List<Column> all = new ArrayList<>();
    for (int d = 0; d < width; d++) {
      all.add(new NumberColumn("x" + d, columns[d]));
    }
    return new Table(all);
  }

  private static ClusterModel train(Table table, int clusters, int restarts) {
    return ALGORITHM.train(
        table, new KMeans.Options(clusters, restarts, 200), 1, TrainingListener.SILENT);
  }

  private static float[] encoded(ClusterModel model, Table table) {
    return model.encoder().encode(table);
  }

  @Test
  void findsPlantedGroups() {
    Table table = table(5000, 6, 5, 0.3, 1);
    ClusterModel model = train(table, 5, 3);
    int[] found = model.clusters(table);
    for (int row = 5; row < 5000; row++) {
      assertThat(found[row]).isEqualTo(found[row % 5]);
    }
    assertThat(Arrays.stream(found).distinct().count()).isEqualTo(5);
    assertThat(model.size(found[0])).isEqualTo(1000);
    assertThat(Silhouette.of(model, table, 1000, 1)).isGreaterThan(0.8);
    assertThat(Silhouette.of(train(table, 12, 3), table, 1000, 1)).isLessThan(0.6);
  }

  /** No start may end at more than the best of scikit-learn. */
  @Test
  void isAsGoodAsScikitLearn() {
    Table table = table(600, 3, 7, 1.2, 2);
    ClusterModel model = train(table, 6, 10);
    float[] rows = encoded(model, table);
    double[] input = new double[rows.length + 600];
    int[] clusters = model.clusters(table);
    for (int i = 0; i < rows.length; i++) {
      input[i] = rows[i];
    }
    for (int row = 0; row < 600; row++) {
      input[rows.length + row] = clusters[row];
    }
    double[] expected =
        Python.run(
            "k-means",
            """
            from sklearn.cluster import KMeans
            from sklearn.metrics import silhouette_score
            X = np.array(x[:1800]).reshape(600, 3)
            m = KMeans(6, n_init=10, random_state=1, tol=0).fit(X)
            print(m.inertia_, silhouette_score(X, x[1800:]))
            """,
            input);
    assertThat(model.inertia()).isLessThan(expected[0] * 1.01);
    assertThat(Silhouette.of(model, table, 600, 1)).isCloseTo(expected[1], within(1e-6));
  }

  /** At the end every row is nearest to its centre, and every centre is the mean of its rows. */
  @Property(tries = 25, seed = "5")
  void theEndIsAFixedPoint(
      @ForAll @IntRange(min = 1, max = 80) int rows,
      @ForAll @IntRange(min = 1, max = 6) int clusters,
      @ForAll long seed) {
    Table table = table(rows, 2, 4, 1.5, seed);
    ClusterModel model = train(table, clusters, 1);
    float[] encoded = encoded(model, table);
    int[] found = model.clusters(table);
    int width = model.encoder().width();
    double inertia = 0;
    for (int cluster = 0; cluster < model.clusters(); cluster++) {
      double[] mean = new double[width];
      int count = 0;
      for (int row = 0; row < rows; row++) {
        if (found[row] == cluster) {
          count++;
          for (int d = 0; d < width; d++) {
            mean[d] += encoded[row * width + d];
            inertia += Math.pow(encoded[row * width + d] - model.centre(cluster)[d], 2);
          }
        }
      }
      assertThat(model.size(cluster)).isEqualTo(count).isPositive();
      for (int d = 0; d < width; d++) {
        assertThat(model.centre(cluster)[d]).isCloseTo(mean[d] / count, within(1e-4));
      }
    }
    assertThat(model.inertia()).isCloseTo(inertia, within(1e-3));
  }

  @Test
  void fewDistinctRowsGiveFewClusters() {
    float[] values = {1, 1, 1, 5, 5, 5};
    var table = new Table(List.of(new NumberColumn("x", values)));
    ClusterModel model = train(table, 4, 2);
    assertThat(model.clusters()).isEqualTo(2);
    assertThat(model.inertia()).isCloseTo(0, within(1e-9));
    var constant = new Table(List.of(new NumberColumn("x", new float[4])));
    assertThat(train(constant, 3, 1).clusters()).isEqualTo(1);
    assertThat(Silhouette.of(train(constant, 3, 1), constant, 10, 1)).isNaN();
    var one = new Table(List.of(new NumberColumn("x", new float[] {3})));
    assertThat(train(one, 3, 1).clusters(one)).containsExactly(0);
  }

  @Test
  void categoriesAndMissingCellsCount() {
    List<String> words = new ArrayList<>();
    float[] numbers = new float[60];
    for (int row = 0; row < 60; row++) {
      words.add(row % 7 == 0 ? null : row % 2 == 0 ? "red" : "blue");
      numbers[row] = row % 5 == 0 ? Float.NaN : row % 2;
    }
    var table =
        new Table(List.of(CategoryColumn.of("colour", words), new NumberColumn("number", numbers)));
    ClusterModel model = train(table, 2, 3);
    int[] found = model.clusters(table);
    assertThat(found[2]).isEqualTo(found[4]).isNotEqualTo(found[3]);
    float[] rows = model.schema().rows(table);
    for (int row = 0; row < 60; row++) {
      assertThat(model.cluster(rows, row * 2)).isEqualTo(found[row]);
    }
  }

  @Test
  void nothingToLearnFromIsSaid() {
    assertThatThrownBy(() -> train(new Table(0, List.of()), 2, 1))
        .hasMessageContaining("at least 1 row");
    assertThatThrownBy(() -> train(new Table(3, List.of()), 2, 1))
        .hasMessageContaining("at least 1 column");
  }
}
