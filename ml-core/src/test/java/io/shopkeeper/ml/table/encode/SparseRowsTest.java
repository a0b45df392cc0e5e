package io.shopkeeper.ml.table.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows without zeros against the same rows with all their zeros. */
class SparseRowsTest {

  private static final int ROWS = 2500;

  private final Table table = table();
  private final Encoder encoder = Encoder.fit(table, new Encoder.Options(true, 2));
  private final float[] whole = encoder.encode(table);
  private final int width = encoder.width();

  private static Table table() {
    var random = new SplittableRandom(7);
    float[] price = new float[ROWS];
    int[] city = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      price[row] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(10, 20);
      city[row] = random.nextInt(300) - 1;
    }
    List<String> cities = IntStream.range(0, 300).mapToObj(i -> "city " + i).toList();
    return new Table(
        List.of(new NumberColumn("price", price), new CategoryColumn("city", cities, city)));
  }

  @Test
  void rowsAreThoseWithZeros() {
    SparseRows rows = SparseRows.of(encoder, table);
    var row = new SparseRow();
    for (int at = 0; at < ROWS; at++) {
      rows.row(at, row);
      assertThat(row.size()).isLessThanOrEqualTo(3);
      float[] dense = new float[width];
      for (int i = 0; i < row.size(); i++) {
        dense[row.place(i)] = row.value(i);
      }
      assertThat(dense).containsExactly(Arrays.copyOfRange(whole, at * width, (at + 1) * width));
    }
  }

  @Test
  void productsAreThoseOfBlocks() {
    SparseRows rows = SparseRows.of(encoder, table);
    EncodedBlocks blocks = EncodedBlocks.of(encoder, table);
    float[] weights = new float[width + 1];
    for (int i = 0; i < width; i++) {
      weights[i] = (i % 11 - 5) / 5f;
    }
    assertThat(scores(rows, weights)).containsExactly(scores(blocks, weights), within(1e-5f));
    assertThat(sums(rows, false)).containsExactly(sums(blocks, false), within(1e-2));
    assertThat(sums(rows, true)).containsExactly(sums(blocks, true), within(1e-2));
  }

  private static float[] scores(RowBlocks rows, float[] weights) {
    float[] all = new float[rows.rows()];
    for (int block = 0; block < rows.blocks(); block++) {
      float[] scores = new float[rows.blockRows()];
      Arrays.fill(scores, 1);
      rows.score(block, weights, scores);
      System.arraycopy(
          scores, 0, all, rows.begin(block), rows.begin(block + 1) - rows.begin(block));
    }
    return all;
  }

  private static double[] sums(RowBlocks rows, boolean squares) {
    double[] sums = new double[rows.width() + 1];
    for (int block = 0; block < rows.blocks(); block++) {
      float[] factors = new float[rows.blockRows()];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = ((rows.begin(block) + i) % 7 - 3) / 3f;
      }
      if (squares) {
        rows.collectSquares(block, factors, sums);
      } else {
        rows.collect(block, factors, sums);
      }
    }
    return Arrays.copyOf(sums, rows.width());
  }

  @Test
  void rowsAddedOneByOneStayInTheirOrder() {
    var builder = new SparseRows.Builder(10);
    var row = new SparseRow();
    for (int i = 0; i < ROWS; i++) {
      row.clear();
      row.put(i % 10, i + 1);
      row.add(i % 10, 1);
      row.put(3, 0);
      builder.add(row);
    }
    SparseRows rows = builder.build();
    assertThat(rows.rows()).isEqualTo(ROWS);
    rows.row(2047, row);
    assertThat(row.size()).isEqualTo(1);
    assertThat(row.place(0)).isEqualTo(7);
    assertThat(row.value(0)).isEqualTo(2049);
    row.put(10, 1);
    assertThatThrownBy(() -> builder.add(row)).hasMessageContaining("place 10");
  }

  @Test
  void wordsHaveAPlaceAndASign() {
    var words = new HashedWords(10);
    var one = new SparseRow();
    words.add("query", "shoes", 2, one);
    words.add("query", "shoes", 1, one);
    assertThat(one.size()).isEqualTo(1);
    assertThat(Math.abs(one.value(0))).isEqualTo(3);
    assertThat(one.place(0)).isBetween(0, 1023);
    var other = new SparseRow();
    words.add("title", "shoes", 1, other);
    assertThat(other.place(0)).isNotEqualTo(one.place(0));
    int minus = 0;
    boolean[] seen = new boolean[1024];
    for (int i = 0; i < 1024; i++) {
      var row = new SparseRow();
      words.add("query", "word " + i, 1, row);
      minus += row.value(0) < 0 ? 1 : 0;
      seen[row.place(0)] = true;
    }
    long places = IntStream.range(0, 1024).filter(i -> seen[i]).count();
    // Of 1,024 balls in as many boxes, 1 − 1/e of the boxes have one.
    assertThat(places).isBetween(610L, 690L);
    assertThat(minus).isBetween(460, 564);
  }
}
