package io.shopkeeper.fraud.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.BacktestFigures;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.CostTerms;
import io.shopkeeper.fraud.boundary.threshold.ScoreCurve;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.threshold.ThresholdFigures;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the curve says of thresholds is what each payment by itself says. */
class CurveCountTest {

  private static final long DAY = 86_400_000L;
  private static final double MINUTES = 6;
  private static final long CENTS_PER_HOUR = 3_000;
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final double MARGIN = 0.25;
  private static final double LEAVING = 0.1;

  /** Scores on the percents and between them, in two currencies, a third not known. */
  private static List<JudgedPast> payments(Random random) {
    List<JudgedPast> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double score =
          random.nextBoolean() ? random.nextInt(101) / 100.0 : Math.pow(random.nextDouble(), 3);
      Outcome rules = random.nextInt(10) == 0 ? OUTCOMES.get(random.nextInt(4)) : Outcome.ALLOW;
      var payment =
          new Payment(
              "p" + i,
              i * DAY / 200,
              null,
              null,
              null,
              null,
              null,
              null,
              100 + random.nextInt(50_000),
              i % 9 == 0 ? "USD" : "EUR",
              null,
              null,
              0,
              0);
      Optional<Boolean> fraud =
          random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextDouble() < score);
      all.add(
          new JudgedPast(
              payment, fraud, 0, Outcome.ALLOW, rules, rules, rules, Optional.of(score)));
    }
    return all;
  }

  @Test
  void everyThresholdCountsAsTheSinglePaymentsDo() {
    var random = new Random(17);
    List<JudgedPast> payments = payments(random);
    var counted = new CurveCount();
    payments.forEach(counted::add);
    ScoreCurve curve = counted.curve("EUR", 4);
    assertThat(curve.days()).isBetween(9.9, 10.0);
    var terms = new CostTerms(MINUTES, CENTS_PER_HOUR, MARGIN, LEAVING);
    for (int round = 0; round < 60; round++) {
      var thresholds =
          new ScoreThresholds(
              1 + random.nextInt(101), 1 + random.nextInt(101), 1 + random.nextInt(101));
      var each = new FigureCount();
      double turnedAway = 0;
      for (JudgedPast past : payments) {
        Outcome asked = past.rules().and(thresholds.outcome(past.score().orElseThrow()));
        each.add(past, asked);
        if (past.isGood() && past.payment().currency().equals("EUR")) {
          turnedAway +=
              past.payment().cents()
                  * (asked == Outcome.BLOCK
                      ? MARGIN
                      : asked == Outcome.CHALLENGE ? MARGIN * LEAVING : 0);
        }
      }
      BacktestFigures expected = each.figures("EUR", new ReviewTerms(MINUTES, CENTS_PER_HOUR));
      ThresholdFigures found = ThresholdFigures.of(curve, thresholds, terms);
      assertThat(found)
          .as(thresholds.toString())
          .usingRecursiveComparison()
          .withComparatorForType(
              (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
          .isEqualTo(
              new ThresholdFigures(
                  expected.hits(),
                  expected.caught(),
                  expected.caughtCents(),
                  expected.missed(),
                  expected.missedCents(),
                  expected.falseAlarms(),
                  expected.falseCents(),
                  expected.reviews(),
                  expected.reviews() / curve.days(),
                  expected.hours() / curve.days(),
                  expected.reviewCents(),
                  Math.round(turnedAway)));
    }
  }

  @Test
  void thereIsNoCurveWithoutAModelOrAScore() {
    assertThat(new CurveCount().curve("EUR", 4)).isNull();
    var counted = new CurveCount();
    payments(new Random(3)).forEach(counted::add);
    assertThat(counted.curve("EUR", null)).isNull();
  }

  @Test
  void thresholdsDoNotFallAndNeverIsAlwaysPossible() {
    assertThat(new ScoreThresholds(30, 30, 95).faults()).isEmpty();
    assertThat(new ScoreThresholds(101, 60, 101).faults()).isEmpty();
    assertThat(new ScoreThresholds(30, 20, 25).faults())
        .extracting(FieldError::pointer)
        .containsExactly("/review", "/block");
    assertThat(new ScoreThresholds(0, 102, 95).faults())
        .extracting(FieldError::pointer)
        .containsExactly("/challenge", "/review");
  }
}
