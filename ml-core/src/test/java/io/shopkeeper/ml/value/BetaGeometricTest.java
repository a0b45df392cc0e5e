package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.worked.RepeatShop;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The formulas beside what is published of CDNOW, 2,357 customers over 39 weeks: the parameters of
 * the paper, table 2, and figures made of them: the paper's spreadsheet (note 004 of B. Hardie) and
 * the manual of the R package BTYD (L. Dziurzynski, E. Wadsworth, D. McCarthy).
 */
class BetaGeometricTest {

  /** As the paper prints them. */
  private static final BetaGeometric CDNOW = new BetaGeometric(0.243, 4.414, 0.793, 2.426, false);

  /**
   * The same with the digits that the spreadsheet, and the tests of the R package CLVTools, have.
   */
  private static final BetaGeometric UNROUNDED =
      new BetaGeometric(0.2425945, 4.4136019, 0.7929199, 2.4258881, false);

  private static PurchaseSummary seen(int x, double recency, double age) {
    return new PurchaseSummary(x, recency, age, 1);
  }

  /** The spreadsheet adds up so many terms of the series that its last digit of week 78 is low. */
  @Test
  void expectsOfAStrangerWhatThePapersSpreadsheetDoes() {
    double[] weeks = {0.1429, 1, 3, 31.8571, 32, 78};
    double[] published = {0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576};
    for (int i = 0; i < weeks.length; i++) {
      assertThat(UNROUNDED.expected(seen(0, 0, 0), weeks[i]))
          .as("%s weeks", weeks[i])
          .isCloseTo(published[i], within(weeks[i] < 78 ? 6e-5 : 4e-4));
    }
  }

  @Test
  void expectsOfTheFirstCustomerWhatThePapersSpreadsheetDoes() {
    assertThat(UNROUNDED.expected(seen(2, 30.43, 38.86), 39)).isCloseTo(1.226, within(6e-4));
  }

  @Test
  void countsOfPurchasesAreAsProbableAsTheManualSays() {
    assertThat(CDNOW.probability(10, 2)).isCloseTo(1.07869e-7, within(1e-11));
    assertThat(CDNOW.probability(0, 39)).isCloseTo(0.5737864, within(1e-6));
    double[] published = {
      0.0019995214, 0.0015170236, 0.0011633150, 0.0009003148, 0.0007023638,
      0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.0002222260
    };
    for (int i = 0; i < published.length; i++) {
      assertThat(CDNOW.probability(11 + i, 30)).isCloseTo(published[i], within(1e-9));
    }
  }

  /** Probabilities of all counts add up to 1, and their mean is the expectation. */
  @Property(tries = 40, seed = "3")
  void countsAddUp(
      @ForAll @DoubleRange(min = 0.1, max = 3) double r,
      @ForAll @DoubleRange(min = 1, max = 20) double alpha,
      @ForAll @DoubleRange(min = 0.2, max = 3) double a,
      @ForAll @DoubleRange(min = 0.2, max = 5) double b,
      @ForAll boolean afterFirst) {
    var model = new BetaGeometric(r, alpha, a, b, afterFirst);
    double sum = 0;
    double mean = 0;
    for (int x = 0; x < 400; x++) {
      double share = model.probability(x, 8);
      sum += share;
      mean += x * share;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(model.expected(seen(0, 0, 0), 8)).isCloseTo(mean, within(1e-7 * (1 + mean)));
  }

  /** The closed form of the paper, where it can be evaluated, by a plain series. */
  @Property(tries = 100, seed = "4")
  void theIntegralIsTheClosedForm(
      @ForAll @DoubleRange(min = 0.1, max = 3) double r,
      @ForAll @DoubleRange(min = 0.5, max = 30) double alpha,
      @ForAll @DoubleRange(min = 0.2, max = 4) double a,
      @ForAll @DoubleRange(min = 0.5, max = 6) double b,
      @ForAll @IntRange(min = 1, max = 30) int x,
      @ForAll @DoubleRange(min = 0, max = 100) double age,
      @ForAll @DoubleRange(min = 0.1, max = 60) double weeks) {
    double distance = Math.abs(a - 1) < 0.05 ? 0.05 : 0;
    var model = new BetaGeometric(r, alpha, a + distance, b, false);
    PurchaseSummary seen = seen(x, age * 0.7, age);
    double z = weeks / (alpha + age + weeks);
    double series = 1;
    double term = 1;
    for (int j = 0; j < 20_000; j++) {
      term *= (r + x + j) * (b + x + j) / ((model.a() + b + x - 1 + j) * (j + 1)) * z;
      series += term;
    }
    double closed =
        (model.a() + b + x - 1)
            / (model.a() - 1)
            * (1 - Math.pow((alpha + age) / (alpha + age + weeks), r + x) * series)
            * model.alive(seen);
    assertThat(model.expected(seen, weeks)).isCloseTo(closed, within(1e-7 * (1 + closed)));
  }

  /**
   * At a = 1 the closed form is 0/0; both sides of it must meet. Great counts must not overflow.
   */
  @Test
  void isSteadyWhereTheClosedFormIsNot() {
    PurchaseSummary seen = seen(3, 10, 20);
    double below = new BetaGeometric(0.5, 4, 1 - 1e-9, 2, false).expected(seen, 13);
    double at = new BetaGeometric(0.5, 4, 1, 2, false).expected(seen, 13);
    double above = new BetaGeometric(0.5, 4, 1 + 1e-9, 2, false).expected(seen, 13);
    assertThat(at).isCloseTo(below, within(1e-8)).isCloseTo(above, within(1e-8)).isPositive();
    double great = CDNOW.expected(seen(3000, 99.9, 100), 100);
    assertThat(great).isBetween(500.0, 3000.0);
    assertThat(CDNOW.alive(seen(3000, 10, 100))).isBetween(0.0, 1e-300);
    assertThat(CDNOW.alive(seen(0, 0, 500))).isEqualTo(1);
    assertThat(new BetaGeometric(0.243, 4.414, 0.793, 2.426, true).alive(seen(0, 0, 500)))
        .isLessThan(0.8);
  }

  /** A quantile of the wait is the time within which somebody who is alive buys so probably. */
  @Property(tries = 60, seed = "6")
  void theWaitGoesWithWhoBuysAtAll(
      @ForAll @IntRange(min = 0, max = 40) int x,
      @ForAll @DoubleRange(min = 1, max = 50) double age,
      @ForAll @DoubleRange(min = 0.01, max = 0.9) double share) {
    PurchaseSummary seen = seen(x, x == 0 ? 0 : age * 0.8, age);
    double weeks = UNROUNDED.waiting(seen, share);
    assertThat(UNROUNDED.buys(seen, weeks) / UNROUNDED.alive(seen)).isCloseTo(share, within(1e-9));
    assertThat(UNROUNDED.waiting(seen, 0.5))
        .as("at a steady rate the median is ln 2 of the gap; it is more where rates differ")
        .isGreaterThan(Math.log(2) * UNROUNDED.gap(seen));
  }

  @Property(tries = 60, seed = "5")
  void silenceOnlyTakesAway(
      @ForAll @IntRange(min = 1, max = 40) int x,
      @ForAll @DoubleRange(min = 1, max = 50) double recency,
      @ForAll @DoubleRange(min = 0, max = 50) double silence) {
    PurchaseSummary now = seen(x, recency, recency + silence);
    PurchaseSummary later = seen(x, recency, recency + silence + 5);
    assertThat(CDNOW.alive(later)).isLessThan(CDNOW.alive(now));
    assertThat(CDNOW.expected(later, 10)).isLessThan(CDNOW.expected(now, 10));
    assertThat(CDNOW.buys(now, 10)).isLessThanOrEqualTo(CDNOW.expected(now, 10) + 1e-12);
    assertThat(CDNOW.discounted(now, 10, 0.01))
        .isBetween(CDNOW.expected(now, 10) * Math.exp(-0.1), CDNOW.expected(now, 10));
  }

  /**
   * 200,000 customers who behave so: those with a like past buy as often afterwards as expected.
   */
  @Test
  void aSimulationBuysAsOftenAsExpected() {
    for (boolean afterFirst : new boolean[] {false, true}) {
      var truth = new BetaGeometric(0.8, 6, 0.9, 2.5, afterFirst);
      var random = new SplittableRandom(11);
      double[] expected = new double[4];
      double[] bought = new double[4];
      double[] alive = new double[4];
      double[] buys = new double[4];
      double[] stayed = new double[4];
      double[] came = new double[4];
      double[] soon = new double[4];
      int[] count = new int[4];
      for (int i = 0; i < 200_000; i++) {
        Course course = course(truth, random, 30, 20);
        int group = Math.min(3, course.seen.repeats());
        count[group]++;
        expected[group] += truth.expected(course.seen, 20);
        bought[group] += course.later;
        alive[group] += truth.alive(course.seen);
        stayed[group] += course.alive ? 1 : 0;
        buys[group] += truth.buys(course.seen, 20);
        came[group] += course.later > 0 ? 1 : 0;
        soon[group] += course.pause <= truth.waiting(course.seen, 0.3) ? 1 : 0;
      }
      for (int group = 0; group < 4; group++) {
        double n = count[group];
        String what = "%d purchases, %s".formatted(group, afterFirst);
        assertThat(bought[group] / n)
            .as(what)
            .isCloseTo(expected[group] / n, within(0.02 + 0.01 * expected[group] / n));
        assertThat(stayed[group] / n).as(what).isCloseTo(alive[group] / n, within(0.01));
        assertThat(came[group] / n).as(what).isCloseTo(buys[group] / n, within(0.01));
        assertThat(soon[group] / stayed[group])
            .as("of those who stayed, within the wait of three tenths: " + what)
            .isCloseTo(0.3, within(0.01));
      }
    }
  }

  private record Course(PurchaseSummary seen, boolean alive, int later, double pause) {}

  private static Course course(
      BetaGeometric truth, SplittableRandom random, double age, double weeks) {
    double rate = RepeatShop.gamma(truth.r(), random) / truth.alpha();
    double first = RepeatShop.gamma(truth.a(), random);
    double leaves = first / (first + RepeatShop.gamma(truth.b(), random));
    boolean alive = !(truth.afterFirst() && random.nextDouble() < leaves);
    double time = 0;
    double last = 0;
    int before = 0;
    int later = 0;
    boolean atAge = alive;
    double pause = Double.POSITIVE_INFINITY;
    while (alive) {
      time -= Math.log1p(-random.nextDouble()) / rate;
      if (time > age && pause == Double.POSITIVE_INFINITY) {
        pause = time - age;
      }
      if (time > age + weeks) {
        break;
      }
      alive = !(random.nextDouble() < leaves);
      if (time <= age) {
        before++;
        last = time;
        atAge = alive;
      } else {
        later++;
      }
    }
    return new Course(seen(before, last, age), atAge, later, pause);
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new BetaGeometric(0, 1, 1, 1, false)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> seen(1, 5, 4)).hasMessageContaining("recency 5.0, age 4.0");
    assertThatThrownBy(() -> PurchaseSummary.of(PurchaseHistory.EMPTY, 4))
        .hasMessageContaining("no purchase before day 4");
  }
}
