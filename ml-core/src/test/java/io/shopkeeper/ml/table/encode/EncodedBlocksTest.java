package io.shopkeeper.ml.table.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks and sums against rows that are encoded with all their zeros. */
class EncodedBlocksTest {

  private static final int ROWS = 9000;

  private final Table table = table();
  private final Encoder encoder = Encoder.fit(table, new Encoder.Options(true, 3));
  private final float[] whole = encoder.encode(table);
  private final int width = encoder.width();
  private final SplittableRandom random = new SplittableRandom(8);

  /** Numbers, some missing, and categories, some rare and some missing. */
  private static Table table() {
    var random = new SplittableRandom(7);
    float[] price = new float[ROWS];
    float[] stock = new float[ROWS];
    int[] city = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      price[row] = (float) random.nextDouble(10, 20);
      stock[row] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(100);
      city[row] = random.nextInt(9) - 1;
    }
    city[5] = 8;
    List<String> cities = IntStream.range(0, 9).mapToObj(i -> "city " + i).toList();
    return new Table(
        List.of(
            new NumberColumn("price", price),
            new CategoryColumn("city", cities, city),
            new NumberColumn("stock", stock)));
  }

  private float[] weights() {
    float[] weights = new float[width + 1];
    for (int i = 0; i < width; i++) {
      weights[i] = (float) random.nextDouble(-1, 1);
    }
    return weights;
  }

  private double sum(float[] weights, int row) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += (double) weights[i] * whole[row * width + i];
    }
    return sum;
  }

  @Test
  void scoresAreThoseOfWholeRows() {
    EncodedBlocks blocks = EncodedBlocks.of(encoder, table);
    float[] weights = weights();
    assertThat(blocks.blocks()).isGreaterThan(2);
    for (int block = 0; block < blocks.blocks(); block++) {
      float[] scores = new float[blocks.blockRows()];
      Arrays.fill(scores, 2);
      blocks.score(block, weights, scores);
      for (int row = blocks.begin(block); row < blocks.begin(block + 1); row++) {
        assertThat((double) scores[row - blocks.begin(block)])
            .isCloseTo(2 + sum(weights, row), within(1e-5));
      }
    }
  }

  @Test
  void sumsAreThoseOfWholeRowsInAnyOrder() {
    int[] order = IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray();
    EncodedBlocks blocks = EncodedBlocks.of(encoder, table, order);
    double[] sums = new double[width + 1];
    double[] squares = new double[width + 1];
    double[] expected = new double[width];
    double[] expectedSquares = new double[width];
    for (int block = 0; block < blocks.blocks(); block++) {
      float[] residuals = new float[blocks.blockRows()];
      for (int row = blocks.begin(block); row < blocks.begin(block + 1); row++) {
        float residual = (float) random.nextDouble();
        residuals[row - blocks.begin(block)] = residual;
        for (int i = 0; i < width; i++) {
          double number = whole[order[row] * width + i];
          expected[i] += residual * number;
          expectedSquares[i] += residual * number * number;
        }
      }
      blocks.collect(block, residuals, sums);
      blocks.collectSquares(block, residuals, squares);
    }
    assertThat(Arrays.copyOf(sums, width)).containsExactly(expected, within(0.01));
    assertThat(Arrays.copyOf(squares, width)).containsExactly(expectedSquares, within(0.01));
  }

  @Test
  void columnsAreThoseOfWholeRows() {
    EncodedBlocks blocks = EncodedBlocks.of(encoder, table);
    int last = blocks.blocks() - 1;
    int begin = blocks.begin(last);
    int count = ROWS - begin;
    double[] columns = new double[width * count];
    Arrays.fill(columns, 9);
    blocks.expand(last, columns);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        assertThat(columns[i * count + row]).isEqualTo(whole[(begin + row) * width + i]);
      }
    }
  }

  @Test
  void aSumOfOneRowNeedsNoEncoding() {
    float[] weights = weights();
    WeightedSum sum = WeightedSum.of(encoder, weights, 0, 3);
    float[] rows = encoder.schema().rows(table);
    for (int row = 0; row < ROWS; row++) {
      assertThat(sum.of(rows, row * 3)).isCloseTo(3 + sum(weights, row), within(1e-5));
    }
  }
}
