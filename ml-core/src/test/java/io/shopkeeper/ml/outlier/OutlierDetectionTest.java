package io.shopkeeper.ml.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every algorithm keeps to, of the isolation forest. */
class OutlierDetectionTest
    extends AlgorithmContract<Table, OutlierDetection.Options, OutlierModel> {

  private static final OutlierDetection ALGORITHM = new OutlierDetection();

  @Override
  protected OutlierDetection algorithm() {
    return ALGORITHM;
  }

  @Override
  protected List<Table> planted() {
    return List.of(table());
  }

  @Override
  protected int questionsBeforeCancel() {
    return 4;
  }

  @Override
  protected void saysTheSame(OutlierModel stored, OutlierModel read, Table data) {
    assertThat(read.scores(data)).isEqualTo(stored.scores(data));
  }

  private static final int ROWS = 500;

  /** Row 7 costs far too much, row 8 comes from a city that nobody else is from. */
  private static Table table() {
    var random = new SplittableRandom(4);
    float[] price = new float[ROWS];
    float[] age = new float[ROWS];
    int[] city = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      price[row] = (float) (50 + 5 * random.nextGaussian());
      age[row] = random.nextInt(20) == 0 ? Float.NaN : 20 + random.nextInt(40);
      city[row] = random.nextInt(2);
    }
    price[7] = 500;
    city[8] = 2;
    price[8] = 80;
    return new Table(
        List.of(
            new NumberColumn("price", price),
            new NumberColumn("age", age),
            new CategoryColumn("city", List.of("Rome", "上海", "Atlantis"), city)));
  }

  private static OutlierModel train(Table table, long seed) {
    return ALGORITHM.train(table, ALGORITHM.standard(), seed, TrainingListener.SILENT);
  }

  private static boolean sound(double[] scores) {
    return Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
  }

  @Test
  void oddRowsScoreHighest() {
    double[] scores = train(table(), 1).scores(table());
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    assertThat(scores[7]).isEqualTo(sorted[ROWS - 1]).isGreaterThan(0.6);
    assertThat(scores[8]).isGreaterThan(sorted[ROWS - 10]);
    assertThat(sound(scores)).isTrue();
  }

  @Test
  void anotherSeedGivesOtherBytes() {
    assertThat(Stored.bytes(train(table(), 4))).isNotEqualTo(Stored.bytes(train(table(), 3)));
  }

  @Test
  void unknownCategoriesAndColumnsAreMissing() {
    var strange =
        new Table(
            List.of(
                CategoryColumn.of("city", List.of("Nowhere", "Rome")),
                CategoryColumn.of("price", List.of("much", "little")),
                new NumberColumn("nobody knows", new float[] {1, 2})));
    OutlierModel model = train(table(), 1);
    assertThat(sound(model.scores(strange))).isTrue();
    assertThat(model.scores(strange.select(new int[0]))).isEmpty();
  }

  @Test
  void littleDataGivesAModelOrSaysWhy() {
    assertThatThrownBy(() -> train(table().select(new int[0]), 1)).hasMessageContaining("1 row");
    assertThatThrownBy(() -> train(new Table(5, List.of()), 1)).hasMessageContaining("1 column");
    for (int[] rows : new int[][] {{0}, {0, 1}, new int[100]}) {
      Table few = table().select(rows);
      for (double score : train(few, 1).scores(few)) {
        assertThat(score).isCloseTo(0.5, within(1e-9));
      }
    }
  }

  @Test
  void columnsThatSayNothing() {
    float[] same = new float[ROWS];
    Arrays.fill(same, 1e9f);
    float[] missing = new float[ROWS];
    Arrays.fill(missing, Float.NaN);
    float[] huge = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      huge[row] = row % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
    }
    var table =
        new Table(
            List.of(
                new NumberColumn("same", same),
                new NumberColumn("missing", missing),
                new NumberColumn("huge", huge),
                new CategoryColumn(
                    "none", List.of(), IntStream.range(0, ROWS).map(i -> -1).toArray()),
                new TextColumn("text", Collections.nCopies(ROWS, "x"))));
    assertThat(sound(train(table, 1).scores(table))).isTrue();
  }
}
