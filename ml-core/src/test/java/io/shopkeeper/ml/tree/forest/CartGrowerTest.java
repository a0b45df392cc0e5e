package io.shopkeeper.ml.tree.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.Workers;
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

class CartGrowerTest {

  private static final Workers ALONE = Workers.callerOnly();

  private static BinnedRows binned(Table table) {
    return Binning.of(table, Schema.of(table), 255, 1, ALONE).apply(table, ALONE);
  }

  private static float[] ones(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static CartTree grow(BinnedRows rows, CartTarget target, CartLimits limits, long seed) {
    int[] once = new int[rows.rows()];
    Arrays.fill(once, 1);
    return new CartGrower(rows, target, limits)
        .grow(
            IntStream.range(0, rows.rows()).toArray(),
            once,
            new SplittableRandom(seed),
            TrainingListener.SILENT);
  }

  /** Gini's impurity times the weight. */
  private static double impurity(int[] codes, boolean[] in, boolean side) {
    double[] counts = new double[3];
    double all = 0;
    for (int row = 0; row < codes.length; row++) {
      if (in[row] == side) {
        counts[codes[row]]++;
        all++;
      }
    }
    double squares = Arrays.stream(counts).map(count -> count * count).sum();
    return all > 0 ? all - squares / all : 0;
  }

  private static double bestGain(Table table, int[] codes, int minRows) {
    int rows = codes.length;
    boolean[] in = new boolean[rows];
    double before = impurity(codes, in, false);
    double best = 0;
    for (Column column : table.columns()) {
      float[] values = ((NumberColumn) column).values();
      for (float cut : values) {
        for (boolean missingLeft : new boolean[] {true, false}) {
          int left = 0;
          for (int row = 0; row < rows; row++) {
            in[row] = Float.isNaN(values[row]) ? missingLeft : values[row] <= cut;
            left += in[row] ? 1 : 0;
          }
          if (left >= minRows && rows - left >= minRows) {
            double after = impurity(codes, in, true) + impurity(codes, in, false);
            best = Math.max(best, before - after);
          }
        }
      }
    }
    return best;
  }

  @Property(tries = 200)
  void theFirstSplitIsTheBestOfAll(
      @ForAll @IntRange(min = 2, max = 50) int rows,
      @ForAll @IntRange(min = 1, max = 4) int minRows,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
    List<Column> columns = new ArrayList<>();
    for (int feature = 0; feature < 3; feature++) {
      float[] values = new float[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = random.nextInt(8) == 0 ? Float.NaN : random.nextInt(12);
      }
      columns.add(new NumberColumn("x" + feature, values));
    }
    var table = new Table(columns);
    int[] codes = random.ints(rows, 0, 3).toArray();
    CartTarget target = CartTarget.ofClasses(3, codes, ones(rows));
    CartTree tree = grow(binned(table), target, new CartLimits(1, minRows, 3), 1);
    double best = bestGain(table, codes, minRows);
    assertThat(tree.isLeaf(0)).isEqualTo(best < 1e-9);
    assertThat(tree.gain(0)).isCloseTo(best, within(1e-9));
  }

  @Test
  void aTreeWithoutLimitsFitsAllThatDiffers() {
    Table table = Made.table(500, 1);
    float[] truth = Made.truth(table, 2);
    BinnedRows binned = binned(table);
    CartTarget target = CartTarget.ofNumbers(truth, ones(500));
    CartTree tree = grow(binned, target, new CartLimits(0, 1, 2), 5);
    double error = 0;
    for (int row = 0; row < 500; row++) {
      error += Math.abs(truth[row] - tree.value(target, tree.leaf(binned, row))[0]) / 500;
    }
    // 500 distinct numbers share 255 bins.
    assertThat(error).isLessThan(0.05);
  }

  @Test
  void pruningLeavesWhatExplains() {
    Table table = Made.table(2000, 1);
    BinnedRows binned = binned(table);
    CartTarget target = CartTarget.ofNumbers(Made.truth(table, 2), ones(2000));
    long before = Long.MAX_VALUE;
    for (double price : new double[] {0, 1e-4, 1e-3, 1e-2, 1}) {
      CartTree tree = grow(binned, target, new CartLimits(8, 5, 4), 5);
      new Pruning(tree, target).prune(price);
      long leaves = IntStream.range(0, 2000).map(row -> tree.leaf(binned, row)).distinct().count();
      assertThat(leaves).isLessThan(before);
      before = leaves;
    }
    assertThat(before).isEqualTo(1);
  }

  @Test
  void drawsAreWithReplacement() {
    Bootstrap drawn = Bootstrap.draw(10_000, 1, new SplittableRandom(1));
    assertThat(Arrays.stream(drawn.times()).sum()).isEqualTo(10_000);
    // 1 − 1/e of the rows.
    assertThat(drawn.rows().length).isBetween(6200, 6450);
    for (int i = 0; i < drawn.rows().length; i++) {
      assertThat(drawn.marks()[drawn.rows()[i]]).isEqualTo(drawn.times()[i]);
    }
  }
}
