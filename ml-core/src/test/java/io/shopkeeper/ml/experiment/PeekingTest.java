package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.worked.ExperimentShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promise of {@link ConfidenceSequence} on shops whose truth is known, looked at daily. */
class PeekingTest {

  private static final int DAYS = 20;
  private static final double CONVERSION = 0.2;

  /**
   * Runs that end with a clear difference: of the sequence, and of a 95 % interval for one look.
   */
  private static int[] clear(int runs, double lift, long planned) {
    int[] found = new int[2];
    ConfidenceSequence level = ConfidenceSequence.planned(0.05, 2.0 * planned);
    for (int run = 0; run < runs; run++) {
      var shop = new ExperimentShop(new double[] {CONVERSION, CONVERSION * (1 + lift)}, run);
      boolean always = false;
      boolean once = false;
      for (int day = 0; day < DAYS; day++) {
        shop.open((int) (2 * planned / DAYS));
        List<Sample> bought = shop.conversion();
        Effect effect = Effect.of(bought.getFirst(), bought.getLast(), level);
        always |= effect.isBetter() || effect.isWorse();
        once |=
            Math.abs(effect.difference())
                > 1.96
                    * Math.hypot(
                        bought.getFirst().standardError(), bought.getLast().standardError());
      }
      found[0] += always ? 1 : 0;
      found[1] += once ? 1 : 0;
    }
    return found;
  }

  @Test
  void withoutADifferenceThereIsNoAlarm() {
    int[] alarms = clear(100, 0, 3_000);
    assertThat(alarms[0]).isLessThanOrEqualTo(5);
    assertThat(alarms[1]).as("why one needs it").isGreaterThan(12);
  }

  @Test
  void aPlantedLiftIsFoundWithTheStatedPower() {
    long planned = new SampleSize(0.05, 0.8).sequentialOfShare(CONVERSION, 0.15);
    assertThat(clear(100, 0.15, planned)[0]).isGreaterThanOrEqualTo(80);
  }
}
