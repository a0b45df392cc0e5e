package io.shopkeeper.fraud.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.fraud.boundary.drift.DriftLine;
import io.shopkeeper.fraud.boundary.drift.ScoreDrift;
import io.shopkeeper.fraud.model.Population;
import io.shopkeeper.fraud.model.PopulationFile;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftSumsTest {

  private static final int ROWS = 4_000;

  private static List<Population> then() {
    Random random = new Random(1);
    float[] amount = new float[ROWS];
    float[] age = new float[ROWS];
    double[] scores = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      amount[row] = (float) Math.exp(random.nextGaussian());
      age[row] = random.nextInt(4) == 0 ? Float.NaN : random.nextInt(100);
      scores[row] = random.nextDouble();
    }
    var table =
        new LabelledTable(
            new Table(List.of(new NumberColumn("amount", amount), new NumberColumn("age", age))),
            ClassTarget.of(new boolean[ROWS]));
    return PopulationFile.read(PopulationFile.write(scores, table, 42));
  }

  private static ScoreDrift drift(double factor, double missing, double skew) {
    Random random = new Random(2);
    var sums = new DriftSums(then());
    for (int row = 0; row < ROWS; row++) {
      Map<String, Double> values = new HashMap<>();
      values.put("amount", factor * Math.exp(random.nextGaussian()));
      if (random.nextDouble() >= missing) {
        values.put("age", (double) random.nextInt(100));
      }
      sums.add(Math.pow(random.nextDouble(), skew), values);
    }
    return sums.drift(3, Instant.EPOCH, Instant.EPOCH, ROWS);
  }

  @Test
  void whatDidNotMoveIsCalm() {
    ScoreDrift calm = drift(1, 0.25, 1);
    assertThat(calm.scores().index()).isLessThan(0.02);
    assertThat(calm.features()).allSatisfy(line -> assertThat(line.index()).isLessThan(0.02));
    assertThat(calm.sampled()).isEqualTo(ROWS);
  }

  @Test
  void whatMovedMostComesFirstAndMissingValuesCount() {
    ScoreDrift moved = drift(1.1, 0.75, 3);
    DriftLine first = moved.features().getFirst();
    assertThat(first.name()).isEqualTo("age");
    assertThat(first.index()).isGreaterThan(DriftLine.MOVED);
    assertThat(first.missingThen()).isCloseTo(0.25, within(0.03));
    assertThat(first.missingNow()).isCloseTo(0.75, within(0.03));
    assertThat(moved.scores().index()).isGreaterThan(DriftLine.MOVED);
  }

  @Test
  void sharesAddUpAndTermsAreTheIndex() {
    DriftLine scores = drift(1, 0.25, 2).scores();
    assertThat(scores.bins()).hasSize(10);
    assertThat(scores.bins().stream().mapToDouble(DriftLine.Bin::then).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(scores.bins().stream().mapToDouble(DriftLine.Bin::now).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(scores.bins().stream().mapToDouble(DriftLine.Bin::term).sum())
        .isCloseTo(scores.index(), within(1e-3));
  }

  @Test
  void amountsThatManyPayAreTheSameAsWhenTheyWereLearnt() {
    float[] learnt = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      learnt[row] = row % 2 == 0 ? 19.99f : 49.99f;
    }
    var table =
        new LabelledTable(
            new Table(List.of(new NumberColumn("amount", learnt))),
            ClassTarget.of(new boolean[ROWS]));
    var sums = new DriftSums(PopulationFile.read(PopulationFile.write(new double[1], table, 42)));
    for (int row = 0; row < ROWS; row++) {
      sums.add(0, Map.of("amount", row % 2 == 0 ? 19.99 : 49.99));
    }
    ScoreDrift drift = sums.drift(1, Instant.EPOCH, Instant.EPOCH, ROWS);
    assertThat(drift.features().getFirst().index()).isLessThan(0.001);
  }

  @Test
  void aFeatureThatNeverHadAValueHasOneBin() {
    Population never = Population.of("never", new double[] {Double.NaN, Double.NaN}, 1);
    assertThat(never.counts()).containsExactly(0, 2);
    assertThat(never.countsOf(new double[] {1, Double.NaN})).containsExactly(1, 1);
  }
}
