package io.shopkeeper.fraud.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.fraud.boundary.volume.AlertOutlook;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertForecasterTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
  private static final double[] WEEK = {1, 1, 1, 1, 1.4, 2, 0.5};

  private static AlertOutlook outlook(long[] payments, long[] alerts) {
    return new AlertForecaster(MONDAY, payments, alerts).outlook().orElseThrow();
  }

  @Test
  void aShopThatIsAlwaysTheSameIsForecastExactly() {
    long[] payments = new long[42];
    Arrays.fill(payments, 200);
    long[] alerts = new long[42];
    Arrays.fill(alerts, 10);
    AlertOutlook same = outlook(payments, alerts);
    assertThat(same.days()).hasSize(14);
    assertThat(same.days().getFirst().day()).isEqualTo(MONDAY.plusDays(42));
    assertThat(same.days()).allSatisfy(day -> assertThat(day.alerts()).isCloseTo(10, within(1e-9)));
    assertThat(same.week().alerts()).isCloseTo(70, within(1e-9));
    assertThat(same.check().days()).isEqualTo(28);
    assertThat(same.check().error()).isCloseTo(0, within(1e-9));
    assertThat(same.check().inside()).isEqualTo(28);
  }

  @Test
  void weekdaysAreKnownAndAFreshLevelCounts() {
    long[] payments = new long[56];
    long[] alerts = new long[56];
    for (int day = 0; day < 56; day++) {
      double level = day < 42 ? 100 : 200;
      payments[day] = Math.round(level * WEEK[day % 7]);
      alerts[day] = Math.round(payments[day] * 0.05);
    }
    AlertOutlook outlook = outlook(payments, alerts);
    assertThat(outlook.days().get(5).payments()).as("Saturday").isCloseTo(400, within(8.0));
    assertThat(outlook.days().get(6).payments()).as("Sunday").isCloseTo(100, within(4.0));
    assertThat(outlook.check().error()).isLessThan(outlook.check().naive() + 0.2);
  }

  @Test
  void fourOfFiveDaysLieInTheIntervalThatWasSaidBefore() {
    Random random = new Random(7);
    int days = 0;
    int inside = 0;
    for (int shop = 0; shop < 60; shop++) {
      long[] payments = new long[63];
      long[] alerts = new long[63];
      for (int day = 0; day < payments.length; day++) {
        payments[day] = poisson(random, 300 * WEEK[day % 7]);
        alerts[day] = poisson(random, payments[day] * 0.04);
      }
      AlertOutlook.Check check = outlook(payments, alerts).check();
      days += check.days();
      inside += check.inside();
    }
    assertThat((double) inside / days).isBetween(0.78, 0.92);
  }

  @Test
  void fewDaysSayNothingAndNoAlertsAreNoFault() {
    assertThat(new AlertForecaster(MONDAY, new long[13], new long[13]).outlook()).isEmpty();
    AlertOutlook none = outlook(new long[20], new long[20]);
    assertThat(none.days()).allSatisfy(day -> assertThat(day.alerts()).isZero());
    assertThat(none.check().error()).isNaN();
  }

  private static long poisson(Random random, double mean) {
    double limit = Math.exp(-Math.min(mean, 30));
    if (mean > 30) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    long count = 0;
    for (double left = random.nextDouble(); left > limit; left *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
