package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.experiment.Reading.GuardSamples;
import io.shopkeeper.ml.experiment.Reading.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final long UNITS = 100_000;
  private static final ConfidenceSequence LEVEL = ConfidenceSequence.planned(0.05, 2 * UNITS);

  private static List<Sample> hits(long... hits) {
    return LongStream.of(hits).mapToObj(one -> Sample.ofShare(one, UNITS)).toList();
  }

  private static Reading read(List<Sample> primary, long planned, GuardSamples... guards) {
    double[] shares = new double[primary.size()];
    Arrays.fill(shares, 1.0 / shares.length);
    return Reading.of(shares, primary, List.of(guards), LEVEL, planned);
  }

  @Test
  void theGreatestOfTheBetterArmsWins() {
    Reading reading = read(hits(10_000, 10_800, 11_000, 9_000), UNITS);
    assertThat(reading.verdict()).isEqualTo(Verdict.WINNER);
    assertThat(reading.best()).isEqualTo(2);
    assertThat(reading.arms()).hasSize(3);
    assertThat(reading.arms().getLast().primary().isWorse()).isTrue();
  }

  @Test
  void guardsStopAndHoldBack() {
    List<Sample> better = hits(10_000, 11_000);
    Reading breached = read(better, UNITS, new GuardSamples(0.02, hits(5_000, 4_000)));
    assertThat(breached.verdict()).isEqualTo(Verdict.GUARD_BREACHED);
    assertThat(breached.best()).isEqualTo(1);
    assertThat(read(better, UNITS, new GuardSamples(0.02, hits(5_000, 5_000))).verdict())
        .isEqualTo(Verdict.GUARD_OPEN);
    assertThat(read(better, UNITS, new GuardSamples(0.1, hits(5_000, 5_000))).verdict())
        .isEqualTo(Verdict.WINNER);
  }

  @Test
  void aMismatchSilencesEverythingElse() {
    Reading reading =
        read(List.of(Sample.ofShare(10_000, 100_000), Sample.ofShare(11_000, 97_000)), UNITS);
    assertThat(reading.verdict()).isEqualTo(Verdict.MISMATCH);
    assertThat(reading.best()).isEqualTo(-1);
  }

  @Test
  void withoutADifferenceOneWaitsForThePlan() {
    assertThat(read(hits(10_000, 10_010), UNITS + 1).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(read(hits(10_000, 10_010), UNITS).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    Reading worse = read(hits(10_000, 9_000, 9_100), UNITS);
    assertThat(worse.verdict()).isEqualTo(Verdict.CONTROL_BEST);
    assertThat(worse.best()).isZero();
  }

  @Test
  void moreArmsShareTheLevel() {
    double two = read(hits(10_000, 10_300), UNITS).arms().getFirst().primary().interval().high();
    double four =
        read(hits(10_000, 10_300, 10_000, 10_000), UNITS)
            .arms()
            .getFirst()
            .primary()
            .interval()
            .high();
    assertThat(four).isGreaterThan(two);
  }
}
