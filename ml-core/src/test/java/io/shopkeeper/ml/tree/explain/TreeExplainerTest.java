package io.shopkeeper.ml.tree.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.explain.FeatureImportance;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.Made;
import io.shopkeeper.ml.tree.TreeModel;
import io.shopkeeper.ml.tree.flat.FlatTrees;
import io.shopkeeper.ml.tree.flat.RandomTrees;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeExplainerTest {

  private static final int WIDTH = 5;

  /** What trees say of a row of which only some features are known. */
  private static double known(FlatTrees trees, float[] row, int set, int output) {
    double sum = trees.base(output);
    for (int tree = trees.firstTree(output); tree < trees.endTree(output); tree++) {
      sum += known(trees, trees.root(tree), row, set, output);
    }
    return sum;
  }

  private static double known(FlatTrees trees, int node, float[] row, int set, int output) {
    if (trees.isLeaf(node)) {
      return trees.value(node, output);
    }
    int left = trees.left(node);
    int feature = trees.feature(node);
    if ((set >> feature & 1) != 0) {
      boolean goesLeft = trees.goesLeft(node, row[feature]);
      return known(trees, goesLeft ? left : left + 1, row, set, output);
    }
    double l = trees.cover(left);
    double r = trees.cover(left + 1);
    return (l * known(trees, left, row, set, output) + r * known(trees, left + 1, row, set, output))
        / (l + r);
  }

  /** Shapley's formula: the mean over all orders in which features become known. */
  private static double shapley(FlatTrees trees, float[] row, int feature, int output) {
    double[] factorial = {1, 1, 2, 6, 24, 120};
    double value = 0;
    for (int set = 0; set < 1 << WIDTH; set++) {
      if ((set >> feature & 1) == 0) {
        int size = Integer.bitCount(set);
        double weight = factorial[size] * factorial[WIDTH - size - 1] / factorial[WIDTH];
        value +=
            weight
                * (known(trees, row, set | 1 << feature, output) - known(trees, row, set, output));
      }
    }
    return value;
  }

  @Property(tries = 150)
  void areTheShapleyValues(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int trees,
      @ForAll boolean shared,
      @ForAll boolean categories) {
    var random = new SplittableRandom(seed);
    FlatTrees flat = RandomTrees.make(random, trees, WIDTH, 2, shared, categories);
    var explainer = new TreeExplainer(flat);
    float[] row = new float[WIDTH + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextInt(6) == 0 ? Float.NaN : (float) random.nextDouble(-2, 9);
    }
    float[] alone = Arrays.copyOfRange(row, 1, row.length);
    for (int output = 0; output < 2; output++) {
      double[] added = explainer.contributions(row, 1, WIDTH, output);
      assertThat(explainer.base(output)).isCloseTo(known(flat, alone, 0, output), within(1e-9));
      for (int feature = 0; feature < WIDTH; feature++) {
        assertThat(added[feature]).isCloseTo(shapley(flat, alone, feature, output), within(1e-9));
      }
      assertThat(explainer.base(output) + Arrays.stream(added).sum())
          .isCloseTo(flat.score(alone, 0, output), within(1e-9));
    }
  }

  private static TreeModel model() {
    return (TreeModel)
        new GradientBoosting()
            .train(
                Made.binary(1500, 1),
                Made.boosting(Map.of("trees", "50", "rate", "0.2")),
                1,
                TrainingListener.SILENT);
  }

  @Test
  void contributionsOfALearntModelAddUpToItsMargin() {
    TreeModel model = model();
    float[] rows = model.schema().rows(Made.table(50, 9));
    double[] prediction = new double[2];
    for (int row = 0; row < 50; row++) {
      double margin = model.margin(rows, 4 * row, 0);
      double sum = model.base(0) + Arrays.stream(model.contributions(rows, 4 * row, 0)).sum();
      assertThat(sum).isCloseTo(margin, within(1e-9));
      model.predict(rows, 4 * row, prediction);
      assertThat(prediction[1]).isEqualTo(1 / (1 + Math.exp(-margin)));
    }
    assertThat(model.margins()).isEqualTo(1);
  }

  @Test
  void importanceAddsUpAndKnowsNoise() {
    List<FeatureImportance> importance = model().importance();
    assertThat(importance).extracting(FeatureImportance::feature).endsWith("noise").hasSize(4);
    assertThat(importance.stream().mapToDouble(FeatureImportance::gain).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(importance.stream().mapToDouble(FeatureImportance::cover).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(importance.getLast().gain()).isLessThan(0.1);
  }
}
