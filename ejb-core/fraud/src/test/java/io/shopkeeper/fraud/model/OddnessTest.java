package io.shopkeeper.fraud.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OddnessTest {

  /** Amounts and hours around a mean, and a third column that is missing of every other row. */
  private static Table table(int rows) {
    Random random = new Random(8);
    float[][] values = new float[3][rows];
    for (int row = 0; row < rows; row++) {
      values[0][row] = (float) (50 + 10 * random.nextGaussian());
      values[1][row] = (float) (12 + 2 * random.nextGaussian());
      values[2][row] = row % 2 == 0 ? Float.NaN : random.nextInt(4);
    }
    return new Table(
        List.of(
            new NumberColumn("amount", values[0]),
            new NumberColumn("hour", values[1]),
            new NumberColumn("cards", values[2])));
  }

  private static Oddness of(int rows, long seed) {
    return Oddness.of(table(rows), seed, TrainingListener.SILENT);
  }

  private static float[] row(Table table, int row) {
    float[] all = new float[3];
    for (int column = 0; column < 3; column++) {
      all[column] = ((NumberColumn) table.columns().get(column)).values()[row];
    }
    return all;
  }

  @Test
  void whatStandsApartIsOdderThanAlmostAll() {
    Oddness oddness = of(3_000, 1);
    float[] odd = {400, 12, 2};
    assertThat(oddness.share(odd)).as("in one respect").isGreaterThan(0.9);
    assertThat(oddness.share(new float[] {400, 40, 9})).as("in all").isGreaterThan(0.999);
    assertThat(oddness.share(new float[] {50, 12, 2})).isLessThan(0.5);
    assertThat(oddness.strangest(odd, 2).getFirst().feature()).isZero();
    assertThat(oddness.strangest(odd, 2)).hasSizeLessThanOrEqualTo(2);
    assertThat(oddness.strangest(odd, 3)).allMatch(part -> part.loss() > 0);
  }

  /** So that one of a thousand is one of a thousand. */
  @Test
  void sharesOfThePaymentsLearntFromAreSpreadEvenly() {
    Table table = table(3_000);
    Oddness oddness = of(3_000, 1);
    double[] shares = new double[table.rows()];
    for (int row = 0; row < shares.length; row++) {
      shares[row] = oddness.share(row(table, row));
    }
    for (double level : new double[] {0.1, 0.5, 0.9, 0.99, 0.999}) {
      double above = Arrays.stream(shares).filter(share -> share >= level).count();
      assertThat(above / shares.length).as("at %s", level).isCloseTo(1 - level, within(0.005));
    }
  }

  @Test
  void fewPaymentsCannotTellThatSomethingIsRarer() {
    assertThat(of(30, 1).share(new float[] {1e6f, 99, 50})).isLessThanOrEqualTo(30 / 31.0);
  }

  @Test
  void theSameSeedGivesTheSameAndBytesKeepIt() throws IOException {
    Oddness one = of(500, 7);
    Oddness again = of(500, 7);
    Oddness other = of(500, 8);
    var bytes = new ByteArrayOutputStream();
    one.write(new DataOutputStream(bytes));
    Oddness read = Oddness.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    boolean differs = false;
    for (int row = 0; row < 200; row++) {
      float[] values = row(table(500), row);
      assertThat(again.share(values)).isEqualTo(one.share(values));
      assertThat(read.share(values)).isEqualTo(one.share(values));
      differs |= other.share(values) != one.share(values);
    }
    assertThat(differs).isTrue();
    assertThat(read.reads(List.of("amount", "hour", "cards"))).isTrue();
    assertThat(read.reads(List.of("amount", "cards", "hour"))).isFalse();
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 5);
    assertThatThrownBy(() -> Oddness.read(new DataInputStream(new ByteArrayInputStream(cut))))
        .isInstanceOf(IOException.class);
  }
}
