package io.shopkeeper.ml.tree.binning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.kernel.TestWorkers;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.tree.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinningTest {

  private static final Workers ALONE = Workers.callerOnly();

  private static Binning binning(Table table, int bins) {
    return Binning.of(table, Schema.of(table), bins, 1, ALONE);
  }

  private static FeatureBins bins(int most, float... values) {
    return binning(new Table(List.of(new NumberColumn("x", values))), most).feature(0);
  }

  @Test
  void fewValuesHaveABinEachWithCutsInTheMiddle() {
    FeatureBins bins = bins(255, 3, 1, Float.NaN, 1, 8, -0f, 0f);
    assertThat(bins.count()).isEqualTo(5);
    assertThat(bins.bin(-0f)).isEqualTo(bins.bin(0f)).isEqualTo(1);
    assertThat(bins.bin(1)).isEqualTo(2);
    assertThat(bins.bin(3)).isEqualTo(3);
    assertThat(bins.bin(8)).isEqualTo(4);
    assertThat(bins.bin(Float.NaN)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins.bin(-1e30f)).isEqualTo(1);
    assertThat(bins.bin(1e30f)).isEqualTo(4);
    assertThat(bins.upperEnd(2)).isEqualTo(2);
    assertThat(bins.upperEnd(4)).isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void neighboursThatHaveNothingBetweenAreToldApart() {
    float next = Math.nextUp(1f);
    FeatureBins bins = bins(255, 1, next);
    assertThat(bins.bin(1)).isEqualTo(1);
    assertThat(bins.bin(next)).isEqualTo(2);
    FeatureBins wide = bins(255, -Float.MAX_VALUE, Float.MAX_VALUE);
    assertThat(wide.bin(-Float.MAX_VALUE)).isEqualTo(1);
    assertThat(wide.bin(Float.MAX_VALUE)).isEqualTo(2);
  }

  /** A value that fills a bin by itself has its own; the others share the rest evenly. */
  @Test
  void aFrequentValueHasItsOwnBin() {
    float[] values = new float[10_000];
    var random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 0 : (float) random.nextGaussian();
    }
    FeatureBins bins = bins(20, values);
    int[] counts = new int[bins.count()];
    for (float value : values) {
      counts[bins.bin(value)]++;
    }
    int zero = bins.bin(0);
    assertThat(counts[zero]).isBetween(5000, 5200);
    assertThat(bins.count()).isBetween(19, 21);
    for (int bin = 1; bin < counts.length; bin++) {
      if (bin != zero) {
        assertThat(counts[bin]).as("bin %d", bin).isBetween(50, 420);
      }
    }
  }

  @Property(tries = 200)
  void aBinHoldsWhatIsAboveTheOneBelowAndAtMostItsEnd(
      @ForAll @IntRange(min = 1, max = 400) int rows,
      @ForAll @IntRange(min = 2, max = 255) int most,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[rows];
    for (int i = 0; i < rows; i++) {
      values[i] =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(5);
            case 1 -> Float.NaN;
            default -> (float) random.nextGaussian();
          };
    }
    FeatureBins bins = bins(most, values);
    assertThat(bins.count()).isLessThanOrEqualTo(most + 1);
    for (float value : values) {
      int bin = bins.bin(value);
      if (!Float.isNaN(value)) {
        assertThat(value).isLessThanOrEqualTo(bins.upperEnd(bin));
        assertThat(bin == 1 || value > bins.upperEnd(bin - 1)).isTrue();
      }
    }
  }

  @Test
  void rareCategoriesBeyondTheBinsAndUnknownOnesAreMissing() {
    var words = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      words.add("rare " + (1000 + i));
      words.add("often " + i % 5);
    }
    words.add(null);
    Table table = new Table(List.<Column>of(CategoryColumn.of("word", words)));
    FeatureBins bins = binning(table, 20).feature(0);
    assertThat(bins.count()).isEqualTo(21);
    // "often …" come first in the order of strings.
    for (int category = 0; category < 5; category++) {
      assertThat(bins.bin(category)).isEqualTo(category + 1);
      assertThat(bins.category(category + 1)).isEqualTo(category);
    }
    assertThat(bins.bin(304)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins.bin(400)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins.bin(Float.NaN)).isEqualTo(FeatureBins.MISSING);
  }

  @Test
  void rowsAndColumnsSayTheSame() {
    Table table = Made.table(9000, 3);
    Binning binning = binning(table, 255);
    BinnedRows rows;
    try (var pool = new TestWorkers(2)) {
      rows = binning.apply(table, pool.workers());
    }
    assertThat(rows.width()).isEqualTo(4);
    float[] values = Schema.of(table).rows(table);
    for (int row = 0; row < 9000; row++) {
      for (int feature = 0; feature < 4; feature++) {
        int bin = rows.bins(feature).bin(values[4 * row + feature]);
        assertThat(rows.column(feature)[row] & 0xFF).isEqualTo(bin);
        assertThat(code(rows, row, feature)).isEqualTo(bin);
      }
    }
  }

  private static int code(BinnedRows rows, int row, int feature) {
    int group = rows.group(feature);
    return rows.cells()[rows.stride() * row + group] - BinnedRows.turned(group) & 0xFF;
  }

  /** Marks of ten words, one of them missing, one that is often set, and a number. */
  @Test
  void marksThatNeverMeetShareAByte() {
    var random = new SplittableRandom(2);
    float[][] x = new float[12][2000];
    for (int row = 0; row < 2000; row++) {
      int word = random.nextInt(10);
      x[word][row] = word == 3 ? Float.NaN : 1;
      x[10][row] = random.nextInt(5) > 0 ? 1 : 0;
      x[11][row] = random.nextFloat();
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      columns.add(new NumberColumn("x" + i, x[i]));
    }
    Table table = new Table(columns);
    BinnedRows rows = binning(table, 255).apply(table, ALONE);
    assertThat(rows.groups()).isEqualTo(3);
    assertThat(rows.stride()).isEqualTo(8);
    for (int feature = 0; feature < 12; feature++) {
      int first = rows.start(feature);
      for (int row = 0; row < 2000; row++) {
        int bin = rows.column(feature)[row] & 0xFF;
        if (bin == rows.common(feature)) {
          int other = code(rows, row, feature) - first;
          assertThat(other < 0 || other >= rows.bins(feature).count()).isTrue();
        } else {
          assertThat(code(rows, row, feature)).isEqualTo(first + bin);
        }
      }
    }
  }

  @Test
  void featuresThatAreTheSameEverywhereAreLeftOut() {
    float[] same = {2, 2, 2};
    float[] gaps = {2, Float.NaN, 2};
    Table table =
        new Table(List.of(new NumberColumn("same", same), new NumberColumn("gaps", gaps)));
    BinnedRows rows = binning(table, 255).apply(table, ALONE);
    assertThat(rows.width()).isEqualTo(1);
    assertThat(rows.place(0)).isEqualTo(1);
  }

  /** Beyond 200,000 rows the quantiles are those of a sample. */
  @Test
  void quantilesOfASampleAreClose() {
    float[] values = new float[300_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    FeatureBins bins = bins(100, values);
    assertThat(bins.count()).isEqualTo(101);
    for (int bin = 1; bin < 100; bin++) {
      assertThat(bins.upperEnd(bin)).isBetween(3000f * bin - 400, 3000f * bin + 400);
    }
  }
}
