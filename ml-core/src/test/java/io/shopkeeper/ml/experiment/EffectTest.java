package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.evaluation.Interval;
import org.junit.jupiter.api.Test;

class EffectTest {

  private static final ConfidenceSequence LEVEL = ConfidenceSequence.planned(0.05, 50_000);
  private static final Sample CONTROL = Sample.ofShare(1000, 10_000);

  @Test
  void intervalAndProbabilityAreThoseOfTheFormulas() {
    Effect effect = Effect.of(CONTROL, Sample.ofShare(1105, 10_000), LEVEL);
    assertThat(effect.difference()).isCloseTo(0.0105, within(1e-12));
    assertThat(LEVEL.reach(20_000)).isCloseTo(3.1037069122817003, within(1e-9));
    assertThat(effect.interval().low()).isCloseTo(-0.0029683923266915803, within(1e-12));
    assertThat(effect.interval().high()).isCloseTo(0.02396839232669157, within(1e-12));
    assertThat(effect.lift()).isCloseTo(0.105, within(1e-12));
    assertThat(effect.relative().low()).isCloseTo(-0.027900994025018333, within(1e-9));
    assertThat(effect.relative().high()).isCloseTo(0.25723053850459277, within(1e-9));
    assertThat(effect.probability())
        .as("1 / the likelihood ratio of the mixture, by scipy's quad")
        .isCloseTo(0.21757067756894014, within(1e-9));
  }

  @Test
  void intervalProbabilityAndLiftNeverDisagree() {
    for (int hits = 800; hits <= 1300; hits++) {
      Effect effect = Effect.of(CONTROL, Sample.ofShare(hits, 10_000), LEVEL);
      boolean clear = effect.isBetter() || effect.isWorse();
      assertThat(effect.probability() < 0.05).isEqualTo(clear);
      assertThat(effect.relative().contains(0)).isEqualTo(!clear);
    }
  }

  @Test
  void ofTooFewOrOfEqualUnitsNothingIsSaid() {
    Effect few = Effect.of(Sample.ofShare(0, 99), Sample.ofShare(99, 99), LEVEL);
    assertThat(few.interval()).isEqualTo(Interval.UNKNOWN);
    assertThat(few.probability()).isEqualTo(1);
    assertThat(few.isBetter() || few.isWorse()).isFalse();
    Effect still = Effect.of(Sample.ofShare(0, 500), Sample.ofShare(0, 500), LEVEL);
    assertThat(still.interval()).isEqualTo(Interval.UNKNOWN);
    assertThat(still.lift()).isNaN();
  }

  @Test
  void theLiftOfNearlyNothingIsUnknown() {
    Effect effect = Effect.of(Sample.ofShare(2, 10_000), Sample.ofShare(400, 10_000), LEVEL);
    assertThat(effect.isBetter()).isTrue();
    assertThat(effect.relative()).isEqualTo(Interval.UNKNOWN);
    assertThat(effect.guarded(0.02)).isEqualTo(Effect.Guard.OPEN);
  }

  @Test
  void guardsAreSafeBreachedOrOpen() {
    Sample control = Sample.ofShare(100_000, 1_000_000);
    Effect same = Effect.of(control, control, LEVEL);
    assertThat(same.guarded(0.02)).isEqualTo(Effect.Guard.SAFE);
    assertThat(same.guarded(0.0001)).isEqualTo(Effect.Guard.OPEN);
    Effect less = Effect.of(control, Sample.ofShare(90_000, 1_000_000), LEVEL);
    assertThat(less.guarded(0.02)).isEqualTo(Effect.Guard.BREACHED);
    assertThat(less.guarded(0.2)).as("worse, but borne").isEqualTo(Effect.Guard.SAFE);
  }

  @Test
  void theSequenceIsNarrowestNearItsPlan() {
    ConfidenceSequence level = ConfidenceSequence.planned(0.05, 10_000);
    assertThat(level.reach(10_000)).isCloseTo(3.035446396635931, within(1e-9));
    for (double other : new double[] {1_000, 100_000}) {
      assertThat(ConfidenceSequence.planned(0.05, other).reach(10_000))
          .isGreaterThan(level.reach(10_000));
    }
    assertThat(level.shared(3).reach(10_000)).isGreaterThan(level.reach(10_000));
    assertThatThrownBy(() -> new ConfidenceSequence(1, 1)).hasMessageContaining("are 1.0 and 1.0");
  }

  @Test
  void sampleSizesAreThoseOfTheFormula() {
    var size = new SampleSize(0.05, 0.8);
    assertThat(size.once(0.1, 0.09, 0.05)).isEqualTo(56_512);
    assertThat(size.sequential(0.1, 0.09, 0.05)).isEqualTo(108_228);
    assertThat(size.sequentialOfShare(0.1, 0.05)).isEqualTo(110_618);
    assertThat(size.powerOnce(56_512, 0.1, 0.09, 0.05)).isCloseTo(0.8, within(1e-4));
    assertThatThrownBy(() -> size.once(0, 1, 0.1)).hasMessageContaining("are 0.0, 0.1 and 1.0");
    assertThatThrownBy(() -> new SampleSize(0.05, 0.5)).hasMessageContaining("power");
  }
}
