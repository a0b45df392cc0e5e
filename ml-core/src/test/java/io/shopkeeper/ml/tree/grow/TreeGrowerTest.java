package io.shopkeeper.ml.tree.grow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.TestWorkers;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.Made;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.binning.Binning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {

  private static final Workers ALONE = Workers.callerOnly();

  private static GrowthLimits limits(
      boolean byGain, int leaves, int depth, int minRows, int width) {
    return new GrowthLimits(byGain, leaves, depth, 0, minRows, 0, 1, 1e-9, 10, new byte[width]);
  }

  private static BinnedRows binned(Table table) {
    return Binning.of(table, Schema.of(table), 255, 1, ALONE).apply(table, ALONE);
  }

  private static GrownTree grow(
      BinnedRows rows, GrowthLimits limits, float[] gradients, float[] hessians, Workers workers) {
    return new TreeGrower(rows, limits, workers)
        .grow(
            IntStream.range(0, rows.rows()).toArray(),
            gradients,
            hessians,
            IntStream.range(0, rows.width()).toArray(),
            TrainingListener.SILENT);
  }

  private static float[] ones(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Small whole numbers, so that all sums are exact. */
  private static float[] gradients(int rows, SplittableRandom random) {
    float[] gradients = new float[rows];
    for (int row = 0; row < rows; row++) {
      gradients[row] = random.nextInt(-8, 9);
    }
    return gradients;
  }

  private static Table numbers(int rows, int width, SplittableRandom random) {
    List<Column> columns = new ArrayList<>();
    for (int feature = 0; feature < width; feature++) {
      float[] values = new float[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = random.nextInt(8) == 0 ? Float.NaN : random.nextInt(1 + 6 * (feature + 1));
      }
      columns.add(new NumberColumn("x" + feature, values));
    }
    return new Table(columns);
  }

  private static double score(double g, double h) {
    return g * g / (h + 1);
  }

  /** The best gain over all cuts and both ways of what is missing, by trying all of them. */
  private static double bestGain(Table table, float[] gradients, int minRows) {
    double all = 0;
    for (float gradient : gradients) {
      all += gradient;
    }
    double best = 0;
    for (Column column : table.columns()) {
      float[] values = ((NumberColumn) column).values();
      for (float cut : values) {
        for (boolean missingLeft : new boolean[] {true, false}) {
          double g = 0;
          int left = 0;
          for (int row = 0; row < values.length; row++) {
            if (Float.isNaN(values[row]) ? missingLeft : values[row] <= cut) {
              g += gradients[row];
              left++;
            }
          }
          int right = values.length - left;
          if (left >= minRows && right >= minRows) {
            double gain =
                0.5 * (score(g, left) + score(all - g, right) - score(all, values.length));
            best = Math.max(best, gain);
          }
        }
      }
    }
    return best;
  }

  /** Marks of the values of one column, of which only one is set in a row, and a number. */
  private static Table marks(int rows, SplittableRandom random) {
    float[][] x = new float[6][rows];
    for (int row = 0; row < rows; row++) {
      int value = random.nextInt(5);
      x[value][row] = value == 4 && random.nextBoolean() ? Float.NaN : 1;
      x[5][row] = random.nextInt(20);
    }
    List<Column> columns = new ArrayList<>();
    for (int feature = 0; feature < 6; feature++) {
      columns.add(new NumberColumn("x" + feature, x[feature]));
    }
    return new Table(columns);
  }

  @Property(tries = 100)
  void columnsThatShareAByteAreSplitAsWell(
      @ForAll @IntRange(min = 20, max = 80) int rows, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    Table table = marks(rows, random);
    float[] gradients = gradients(rows, random);
    BinnedRows binned = binned(table);
    assertThat(binned.groups()).isLessThan(binned.width());
    GrownTree tree =
        grow(binned, limits(true, 2, 0, 2, binned.width()), gradients, ones(rows), ALONE);
    double best = bestGain(table, gradients, 2);
    if (best >= 1e-6) {
      assertThat(tree.split(0).orElseThrow().gain()).isCloseTo(best, within(1e-9 * best + 1e-9));
    }
  }

  @Property(tries = 300)
  void theFirstSplitIsTheBestOfAll(
      @ForAll @IntRange(min = 2, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 4) int width,
      @ForAll @IntRange(min = 1, max = 5) int minRows,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
    Table table = numbers(rows, width, random);
    float[] gradients = gradients(rows, random);
    BinnedRows binned = binned(table);
    GrownTree tree =
        grow(binned, limits(true, 2, 0, minRows, binned.width()), gradients, ones(rows), ALONE);
    double best = bestGain(table, gradients, minRows);
    if (best < 1e-6) {
      assertThat(tree.size()).isEqualTo(1);
    } else {
      assertThat(tree.split(0).orElseThrow().gain()).isCloseTo(best, within(1e-9 * best + 1e-9));
    }
  }

  /** Leaves know their rows, and say −G / (H + λ) of them, whatever was subtracted on the way. */
  @Property(tries = 60)
  void leavesAddUp(@ForAll long seed, @ForAll boolean byGain) {
    var random = new SplittableRandom(seed);
    Table table = Made.table(3000, seed);
    BinnedRows binned = binned(table);
    float[] gradients = gradients(3000, random);
    float[] hessians = ones(3000);
    GrowthLimits limits = limits(byGain, 40, 6, 5, binned.width());
    GrownTree tree = grow(binned, limits, gradients, hessians, ALONE);
    BinWalk walk = tree.walk(binned);
    boolean[] seen = new boolean[3000];
    int leaves = 0;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.left(node) >= 0) {
        continue;
      }
      leaves++;
      int leaf = node;
      tree.rowsOf(
          node,
          (rows, from, to) -> {
            double g = 0;
            for (int i = from; i < to; i++) {
              g += gradients[rows[i]];
              assertThat(walk.leaf(rows[i])).isEqualTo(leaf);
              assertThat(i == from || rows[i] > rows[i - 1]).isTrue();
              seen[rows[i]] = true;
            }
            assertThat(to - from).isEqualTo(tree.rows(leaf)).isGreaterThanOrEqualTo(5);
            assertThat(tree.weight(leaf)).isEqualTo(to - from);
            assertThat(tree.value(leaf)).isCloseTo(-g / (to - from + 1), within(1e-12));
          });
    }
    assertThat(leaves).isBetween(2, 40);
    assertThat(seen).doesNotContain(false);
  }

  /** Enough rows for the work of all threads together. */
  @Test
  void threadsDoNotMatter() {
    var random = new SplittableRandom(4);
    Table table = Made.table(200_000, 4);
    BinnedRows binned = binned(table);
    float[] gradients = new float[200_000];
    float[] hessians = new float[200_000];
    for (int row = 0; row < gradients.length; row++) {
      gradients[row] = (float) random.nextGaussian();
      hessians[row] = random.nextFloat();
    }
    for (boolean byGain : new boolean[] {true, false}) {
      GrowthLimits limits = limits(byGain, 63, 0, 20, binned.width());
      String one = text(grow(binned, limits, gradients, hessians, ALONE));
      for (int threads = 2; threads <= 4; threads++) {
        try (var pool = new TestWorkers(threads)) {
          assertThat(text(grow(binned, limits, gradients, hessians, pool.workers())))
              .isEqualTo(one);
        }
      }
    }
  }

  /** Cells of rows that move with them make the same trees as cells that stay. */
  @Property(tries = 20)
  void movedCellsAreTheSame(@ForAll long seed, @ForAll boolean byGain) {
    var random = new SplittableRandom(seed);
    BinnedRows binned = binned(Made.table(2000, seed));
    float[] gradients = gradients(2000, random);
    int[] chosen = IntStream.range(0, 2000).filter(row -> random.nextInt(4) > 0).toArray();
    int[] features = IntStream.range(0, binned.width()).toArray();
    GrowthLimits limits = limits(byGain, 31, 6, 5, binned.width());
    String[] texts = new String[2];
    for (int i = 0; i < 2; i++) {
      var grower = new TreeGrower(binned, limits, ALONE, new RowStore(binned, i == 1));
      texts[i] =
          text(grower.grow(chosen, gradients, ones(2000), features, TrainingListener.SILENT));
    }
    assertThat(texts[1]).isEqualTo(texts[0]);
  }

  private static String text(GrownTree tree) {
    var text = new StringBuilder();
    for (int node = 0; node < tree.size(); node++) {
      text.append(node).append(' ').append(tree.value(node)).append(' ').append(tree.rows(node));
      tree.split(node)
          .ifPresent(
              split -> text.append(' ').append(split.feature()).append(' ').append(split.gain()));
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void theDeepestGainIsSplitFirstLeafWise() {
    // x0 tells ±8 apart; then only the left half has something more to tell, by x1 and x2.
    int rows = 64;
    float[][] x = new float[3][rows];
    float[] gradients = new float[rows];
    for (int row = 0; row < rows; row++) {
      for (int feature = 0; feature < 3; feature++) {
        x[feature][row] = row >> (5 - feature) & 1;
      }
      gradients[row] =
          x[0][row] == 1 ? 8 : -8 + (x[1][row] == 1 ? 4 : 0) + (x[2][row] == 1 ? 3 : 0);
    }
    List<Column> columns = new ArrayList<>();
    for (int feature = 0; feature < 3; feature++) {
      columns.add(new NumberColumn("x" + feature, x[feature]));
    }
    BinnedRows binned = binned(new Table(columns));
    GrownTree tree = grow(binned, limits(true, 4, 0, 1, 3), gradients, ones(rows), ALONE);
    assertThat(tree.size()).isEqualTo(7);
    assertThat(tree.split(0).orElseThrow().feature()).isEqualTo(0);
    assertThat(tree.split(1).orElseThrow().feature()).isEqualTo(1);
    assertThat(tree.left(2)).isNegative();
  }

  @Test
  void depthAndLeavesAreLimits() {
    BinnedRows binned = binned(Made.table(5000, 1));
    float[] gradients = gradients(5000, new SplittableRandom(1));
    GrownTree deep = grow(binned, limits(false, 4096, 3, 1, 4), gradients, ones(5000), ALONE);
    assertThat(deep.size()).isEqualTo(15);
    GrownTree wide = grow(binned, limits(false, 11, 0, 1, 4), gradients, ones(5000), ALONE);
    assertThat(wide.size()).isEqualTo(21);
  }

  @Test
  void aCategoryOfFewIsTakenAgainstTheRest() {
    var words = new ArrayList<String>();
    float[] gradients = new float[400];
    for (int row = 0; row < 400; row++) {
      words.add("c" + row % 4);
      gradients[row] = row % 4 == 2 ? 5 : -1;
    }
    BinnedRows binned = binned(new Table(List.of(CategoryColumn.of("word", words))));
    GrownTree tree = grow(binned, limits(true, 2, 0, 1, 1), gradients, ones(400), ALONE);
    byte[] table = tree.split(0).orElseThrow().table();
    assertThat(Arrays.copyOf(table, 5)).containsExactly(0, 0, 0, 1, 0);
  }

  @Test
  void manyCategoriesAreDividedByTheirMeans() {
    var words = new ArrayList<String>();
    float[] gradients = new float[6000];
    var random = new SplittableRandom(2);
    for (int row = 0; row < 6000; row++) {
      int word = random.nextInt(30);
      words.add(String.format("c%02d", word));
      gradients[row] = (word % 3 == 0 ? 4 : -2) + random.nextInt(-1, 2);
    }
    BinnedRows binned = binned(new Table(List.of(CategoryColumn.of("word", words))));
    GrownTree tree = grow(binned, limits(true, 2, 0, 1, 1), gradients, ones(6000), ALONE);
    byte[] table = tree.split(0).orElseThrow().table();
    for (int word = 0; word < 30; word++) {
      assertThat(table[word + 1] == table[1]).as("word %d", word).isEqualTo(word % 3 == 0);
    }
  }

  @Test
  void rareCategoriesDoNotFitNoise() {
    var words = new ArrayList<String>();
    float[] gradients = new float[1000];
    var random = new SplittableRandom(2);
    for (int row = 0; row < 1000; row++) {
      // Two or three rows each: far below the smoothing of ten.
      words.add("c" + row % 400);
      gradients[row] = random.nextBoolean() ? 1 : -1;
    }
    BinnedRows binned = binned(new Table(List.of(CategoryColumn.of("word", words))));
    GrownTree tree = grow(binned, limits(true, 31, 0, 1, 1), gradients, ones(1000), ALONE);
    // But for those without a bin, which are many together.
    assertThat(tree.size()).isLessThanOrEqualTo(3);
  }
}
