package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AmountFiguresTest {

  @Test
  void byHand() {
    double[] figures =
        new AmountFigures(new double[] {1, 2, 3, 4, 5}, new double[] {0, 3, 0, 0, 7}).all();
    assertThat(figures[0]).isCloseTo(11.0 / 5, within(1e-12));
    assertThat(figures[1]).isCloseTo(Math.sqrt((1 + 1 + 9 + 16 + 4) / 5.0), within(1e-12));
    // Ranks of the truth are 2, 4, 2, 2, 5.
    assertThat(figures[2]).isCloseTo(4 / Math.sqrt(10 * 8), within(1e-12));
    assertThat(figures[3]).isCloseTo(0.7, within(1e-12));
    assertThat(figures[4]).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void equalPredictionsShareTheTop() {
    double[] figures = new AmountFigures(new double[5], new double[] {0, 3, 0, 0, 7}).all();
    assertThat(figures[3]).isCloseTo(0.2, within(1e-12));
    assertThat(figures[2]).isNaN();
    assertThatThrownBy(() -> new AmountFigures(new double[1], new double[0]))
        .hasMessageContaining("1 predictions of 0 amounts");
  }

  /** A row that counts twice is a row that is there twice. */
  @Property(tries = 50, seed = "2")
  void countingIsRepeating(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    int rows = 12;
    double[] predicted = random.ints(rows, 0, 5).asDoubleStream().toArray();
    double[] actual = random.ints(rows, 0, 4).asDoubleStream().toArray();
    int[] times = random.ints(rows, 0, 3).toArray();
    int[] repeated =
        IntStream.range(0, rows)
            .flatMap(row -> IntStream.range(0, times[row]).map(once -> row))
            .toArray();
    if (repeated.length == 0) {
      return;
    }
    double[] counted = new AmountFigures(predicted, actual).of(times);
    double[] there =
        new AmountFigures(
                Arrays.stream(repeated).mapToDouble(row -> predicted[row]).toArray(),
                Arrays.stream(repeated).mapToDouble(row -> actual[row]).toArray())
            .all();
    for (int i = 0; i < counted.length; i++) {
      if (Double.isNaN(there[i])) {
        assertThat(counted[i]).isNaN();
      } else {
        assertThat(counted[i]).isCloseTo(there[i], within(1e-9));
      }
    }
  }

  @Test
  void tenthsRise() {
    double[] amounts = IntStream.range(0, 25).mapToDouble(i -> i).toArray();
    List<AmountFigures.Tenth> tenths = new AmountFigures(amounts, amounts).tenths();
    assertThat(tenths).hasSize(10);
    assertThat(tenths.stream().mapToInt(AmountFigures.Tenth::rows).sum()).isEqualTo(25);
    assertThat(tenths.getFirst()).isEqualTo(new AmountFigures.Tenth(0.5, 0.5, 2));
    assertThat(new AmountFigures(new double[3], new double[3]).tenths()).hasSize(3);
  }
}
