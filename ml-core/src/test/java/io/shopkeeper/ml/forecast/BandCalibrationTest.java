package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BandCalibrationTest {

  private static final int WEEKS = 36;
  private static final int HORIZON = 4;
  private static final DemandOptions OPTIONS = new DemandOptions(HORIZON, 8, 1, 0.1, 1, 1);

  /** Means and their standard errors over shops. */
  private record Covered(double[] mean, double[] error) {}

  /** Where all weeks and products are drawn alike, nothing has to be made wider. */
  @Test
  void bandsHoldAsStatedWhereEveryWeekOfAProductIsDrawnAlone() {
    Covered covered = covered(60, 0, 3);
    for (int level = 0; level < 2; level++) {
      assertThat(covered.mean()[level])
          .isGreaterThan(ErrorBands.LEVELS.get(level) - 2 * covered.error()[level])
          .isLessThan(ErrorBands.LEVELS.get(level) + 0.02);
    }
  }

  /**
   * Weeks are exchangeable, but each makes all products sell more or less together: bands of the
   * errors of a few weeks alone cover too little.
   */
  @Test
  void bandsHoldAsStatedWhereWholeWeeksAreGoodOrBad() {
    Covered covered = covered(200, 0.25, 4);
    for (int level = 0; level < 2; level++) {
      double stated = ErrorBands.LEVELS.get(level);
      assertThat(covered.error()[level]).isLessThan(0.012);
      assertThat(covered.mean()[level])
          .isGreaterThan(stated - 2 * covered.error()[level])
          .isLessThan(stated + (1 - stated) / 2);
    }
  }

  /** Four calm weeks before four stormy ones: neither foretells the other. */
  @Test
  void bandsLeaveOutLessWhereWeeksDiffer() {
    assertThat(new BandCalibration(misses(8, week -> week < 4 ? 1 : 10), HORIZON).outside(0.8))
        .isLessThan(0.1);
    assertThat(new BandCalibration(misses(8, week -> 1), HORIZON).outside(0.8))
        .isCloseTo(0.2, within(0.01));
  }

  @Test
  void oneOriginAloneIsTakenAtItsWord() {
    assertThat(new BandCalibration(misses(1, week -> 1), HORIZON).outside(0.95))
        .isCloseTo(0.05, within(1e-12));
  }

  private static List<Misses.Miss> misses(int origins, IntToDoubleFunction spread) {
    var random = new SplittableRandom(1);
    List<Misses.Miss> all = new ArrayList<>();
    for (int origin = 0; origin < origins; origin++) {
      for (int product = 0; product < 2_000; product++) {
        double error = spread.applyAsDouble(origin) * random.nextGaussian();
        all.add(new Misses.Miss(origin, origin, 0, error, -1e9));
      }
    }
    return all;
  }

  /** What bands cover of the weeks after those that were learnt from. */
  private static Covered covered(int shops, double unrest, long seed) {
    var random = new SplittableRandom(seed);
    double[][] shares = new double[2][shops];
    for (int shop = 0; shop < shops; shop++) {
      DemandLog log = shop(unrest, random.split());
      DemandLog known = log.asOf(WEEKS - HORIZON);
      DemandModel model =
          DemandAlgorithm.of(DemandMethod.RECENT_MEAN)
              .train(known, OPTIONS, 1, TrainingListener.SILENT);
      var figures = new DemandFigures(log.products().size());
      List<DemandForecast> forecasts = model.forecast(known.products());
      for (int place = 0; place < forecasts.size(); place++) {
        DemandHistory past = known.products().get(place).history();
        for (int ahead = 0; ahead < HORIZON; ahead++) {
          double came = log.products().get(place).history().units()[past.weeks() + ahead];
          figures.add(place, past, forecasts.get(place), ahead, came);
        }
      }
      for (int level = 0; level < 2; level++) {
        shares[level][shop] = figures.all()[DemandFigures.NAMES.indexOf("cover80") + level];
      }
    }
    double[] mean = new double[2];
    double[] error = new double[2];
    for (int level = 0; level < 2; level++) {
      double average = Arrays.stream(shares[level]).average().orElseThrow();
      mean[level] = average;
      error[level] =
          Math.sqrt(
              Arrays.stream(shares[level]).map(one -> (one - average) * (one - average)).sum()
                  / (shops - 1.0)
                  / shops);
    }
    return new Covered(mean, error);
  }

  /** Products that sell regularly around a level that never changes. */
  private static DemandLog shop(double unrest, SplittableRandom random) {
    double[] weeks = new double[WEEKS];
    Arrays.setAll(weeks, week -> Math.exp(unrest * random.nextGaussian()));
    List<DemandLog.Product> products = new ArrayList<>();
    for (int place = 0; place < 60; place++) {
      double level = 5 + 40 * random.nextDouble();
      double[] units = new double[WEEKS];
      Arrays.setAll(
          units,
          week -> Math.max(0, Math.rint(level * weeks[week] * (1 + 0.3 * random.nextGaussian()))));
      products.add(
          new DemandLog.Product(
              "product " + place, new DemandHistory("", WEEKS, units, new double[WEEKS])));
    }
    return new DemandLog(products, WEEKS);
  }
}
