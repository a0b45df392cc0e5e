package io.shopkeeper.fraud.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.BacktestFigures;
import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.features.MadePayments;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.features.PaymentHistory;
import io.shopkeeper.fraud.rules.ListBook;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleParser;
import io.shopkeeper.fraud.rules.RuleSyntaxException;
import io.shopkeeper.fraud.training.OddLimit;
import io.shopkeeper.fraud.training.PaymentWalk;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every figure of a report is worked out once more from the raw payments in the plainest way: each
 * payment looks at all others, nothing of the product's features, rules or counting is used.
 */
class BacktestFiguresTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final ScoreThresholds NEVER = new ScoreThresholds(101, 101, 101);
  private static final double MINUTES = 7.5;
  private static final long CENTS_PER_HOUR = 4_200;

  private static final List<Payment> PAYMENTS = payments();

  /** Some of them lie exactly where a band of amounts begins. */
  private static List<Payment> payments() {
    List<Payment> made = new ArrayList<>(MadePayments.of(1_500, 11));
    for (int i = 0; i < Segments.BANDS.size(); i++) {
      Payment one = made.get(i);
      made.set(
          i,
          new Payment(
              one.id(),
              one.time(),
              one.customer(),
              one.card(),
              one.device(),
              one.email(),
              one.ip(),
              one.address(),
              100L * Segments.BANDS.get(i),
              one.currency(),
              one.country(),
              one.deliveryCountry(),
              one.declinedAt(),
              one.refundedAt()));
    }
    return made;
  }

  private static Rule rule(String id, Outcome outcome, String text) {
    try {
      return new Rule(id, 1, id, id, outcome, false, RuleParser.parse(text, Map.of()));
    } catch (RuleSyntaxException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** What a payment is, made up from its id: a third is not known. */
  private static Optional<Boolean> label(Payment payment) {
    int lot = Math.floorMod(payment.id().hashCode() * 31, 12);
    return lot < 4 ? Optional.empty() : Optional.of(lot < 7);
  }

  private static boolean fraud(Payment payment) {
    return label(payment).orElse(false);
  }

  private static boolean good(Payment payment) {
    return label(payment).isPresent() && !fraud(payment);
  }

  // The candidate and the published rules once more, over the raw payments.

  private static long earlier(Payment one, long span, Predicate<Payment> same) {
    return PAYMENTS.stream()
        .filter(other -> Payment.IN_TIME.compare(other, one) < 0)
        .filter(other -> other.time() > one.time() - span)
        .filter(same)
        .count();
  }

  /** {@code card.count.7d >= 2 and not country = "FR" or amount > 900}. */
  private static boolean candidate(Payment one) {
    boolean busy =
        one.card() != null && earlier(one, 7 * DAY, other -> one.card().equals(other.card())) >= 2;
    return (busy && !one.country().equals("FR")) || one.cents() > 90_000;
  }

  /** {@code customer.count.30d >= 4}. */
  private static boolean blocked(Payment one) {
    return one.customer() != null
        && earlier(one, 30 * DAY, other -> one.customer().equals(other.customer())) >= 4;
  }

  /** {@code amount < 10}, which the candidate stands for. */
  private static boolean before(Payment one) {
    return one.cents() < 1_000;
  }

  private static Outcome published(Payment one) {
    return blocked(one) ? Outcome.BLOCK : before(one) ? Outcome.CHALLENGE : Outcome.ALLOW;
  }

  private static Outcome together(Payment one) {
    return blocked(one) ? Outcome.BLOCK : candidate(one) ? Outcome.REVIEW : Outcome.ALLOW;
  }

  private static Outcome alone(Payment one) {
    return candidate(one) ? Outcome.REVIEW : Outcome.ALLOW;
  }

  private static Tally tally() {
    var now =
        new PastJudge.Now(
            List.of(
                rule("many", Outcome.BLOCK, "customer.count.30d >= 4"),
                rule("tried", Outcome.CHALLENGE, "amount < 10")),
            ListBook.EMPTY,
            Optional.empty(),
            NEVER,
            OddLimit.NONE);
    PastJudge judge =
        PastJudge.ofRule(
            rule(
                "tried",
                Outcome.REVIEW,
                "card.count.7d >= 2 and not country = \"FR\" or amount > 900"),
            now);
    var tally = new Tally(new ReviewTerms(MINUTES, CENTS_PER_HOUR));
    var history = new PaymentHistory();
    for (Payment payment : PAYMENTS) {
      double[] features = PaymentFeatures.of(payment, history);
      history.put(payment);
      tally.add(judge.judge(new PaymentWalk.Step(payment, features, label(payment))));
    }
    return tally;
  }

  private static long cents(Predicate<Payment> which) {
    return PAYMENTS.stream()
        .filter(payment -> payment.currency().equals("EUR"))
        .filter(which)
        .mapToLong(Payment::cents)
        .sum();
  }

  private static long count(Predicate<Payment> which) {
    return PAYMENTS.stream().filter(which).count();
  }

  private static void assertFigures(BacktestFigures figures, Function<Payment, Outcome> asked) {
    Predicate<Payment> hit = payment -> asked.apply(payment) != Outcome.ALLOW;
    long caught = count(payment -> hit.test(payment) && fraud(payment));
    long missed = count(payment -> !hit.test(payment) && fraud(payment));
    long wrong = count(payment -> hit.test(payment) && good(payment));
    assertThat(figures.hits()).isEqualTo(count(hit)).isPositive();
    assertThat(figures.caught()).isEqualTo(caught).isPositive();
    assertThat(figures.missed()).isEqualTo(missed).isPositive();
    assertThat(figures.falseAlarms()).isEqualTo(wrong).isPositive();
    assertThat(figures.open()).isEqualTo(count(hit) - caught - wrong).isPositive();
    assertThat(figures.caughtCents()).isEqualTo(cents(p -> hit.test(p) && fraud(p)));
    assertThat(figures.missedCents()).isEqualTo(cents(p -> !hit.test(p) && fraud(p)));
    assertThat(figures.falseCents()).isEqualTo(cents(p -> hit.test(p) && good(p)));
    assertThat(figures.precision()).isEqualTo((double) caught / (caught + wrong));
    assertThat(figures.recall()).isEqualTo((double) caught / (caught + missed));
    long reviews = count(payment -> asked.apply(payment) == Outcome.REVIEW);
    assertThat(figures.reviews()).isEqualTo(reviews);
    assertThat(figures.hours()).isEqualTo(reviews * MINUTES / 60);
    assertThat(figures.reviewCents())
        .isEqualTo(Math.round(reviews * MINUTES / 60 * CENTS_PER_HOUR));
    assertThat(figures.savedCents()).isEqualTo(figures.caughtCents() - figures.reviewCents());
  }

  @Test
  void figuresAreThoseOfTheRawPayments() {
    BacktestReport report = tally().report(false, null);
    assertThat(report.currency()).isEqualTo("EUR");
    assertThat(report.payments()).isEqualTo(PAYMENTS.size());
    assertThat(report.otherCurrency()).isEqualTo(count(p -> !p.currency().equals("EUR")));
    assertThat(report.frauds()).isEqualTo(count(BacktestFiguresTest::fraud));
    assertThat(report.good()).isEqualTo(count(BacktestFiguresTest::good));
    assertThat(report.fraudCents()).isEqualTo(cents(BacktestFiguresTest::fraud));
    assertFigures(report.alone(), BacktestFiguresTest::alone);
    assertFigures(report.published(), BacktestFiguresTest::published);
    assertFigures(report.together(), BacktestFiguresTest::together);
  }

  @Test
  void segmentsAndWeeksAreThoseOfTheRawPayments() {
    BacktestReport report = tally().report(false, null);
    Map<String, Predicate<Payment>> segments = new HashMap<>();
    segments.put("country/DE", p -> p.country().equals("DE"));
    segments.put("country/FR", p -> p.country().equals("FR"));
    List<Integer> bands = List.of(0, 20, 50, 100, 200, 500, 1000);
    for (int i = 0; i < bands.size(); i++) {
      long low = bands.get(i) * 100L;
      long high = i + 1 < bands.size() ? bands.get(i + 1) * 100L : Long.MAX_VALUE;
      segments.put("amount/" + bands.get(i), p -> p.cents() >= low && p.cents() < high);
    }
    segments.put("customer/guest", p -> p.customer() == null);
    segments.put("customer/known", p -> p.customer() != null && older(p));
    segments.put("customer/new", p -> p.customer() != null && !older(p));
    assertThat(report.segments()).hasSize(segments.size());
    for (BacktestReport.Segment segment : report.segments()) {
      Predicate<Payment> in =
          Objects.requireNonNull(segments.get(segment.kind() + "/" + segment.name()));
      assertThat(segment.payments()).as(segment.toString()).isEqualTo(count(in));
      assertThat(segment.frauds()).isEqualTo(count(p -> in.test(p) && fraud(p)));
      assertThat(segment.hits()).isEqualTo(count(p -> in.test(p) && candidate(p)));
      assertThat(segment.caught()).isEqualTo(count(p -> in.test(p) && candidate(p) && fraud(p)));
      assertThat(segment.falseAlarms())
          .isEqualTo(count(p -> in.test(p) && candidate(p) && good(p)));
      assertThat(segment.caughtCents())
          .isEqualTo(cents(p -> in.test(p) && candidate(p) && fraud(p)));
    }
    for (BacktestReport.Week week : report.weeks()) {
      assertThat(week.from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
      Predicate<Payment> in =
          p -> !day(p).isBefore(week.from()) && day(p).isBefore(week.from().plusDays(7));
      assertThat(week.payments()).isEqualTo(count(in));
      assertThat(week.frauds()).isEqualTo(count(p -> in.test(p) && fraud(p)));
      assertThat(week.hits()).isEqualTo(count(p -> in.test(p) && candidate(p)));
      assertThat(week.caught()).isEqualTo(count(p -> in.test(p) && candidate(p) && fraud(p)));
      assertThat(week.falseAlarms()).isEqualTo(count(p -> in.test(p) && candidate(p) && good(p)));
      assertThat(week.caughtPublished())
          .isEqualTo(count(p -> in.test(p) && published(p) != Outcome.ALLOW && fraud(p)));
      assertThat(week.caughtTogether())
          .isEqualTo(count(p -> in.test(p) && together(p) != Outcome.ALLOW && fraud(p)));
    }
    assertThat(report.weeks().stream().mapToLong(BacktestReport.Week::payments).sum())
        .isEqualTo(PAYMENTS.size());
  }

  @Test
  void hitsAreThosePaymentsInTheOrderOfTime() {
    Tally tally = tally();
    assertThat(tally.hits())
        .extracting(BacktestHit::transactionId)
        .isEqualTo(
            PAYMENTS.stream()
                .filter(BacktestFiguresTest::candidate)
                .map(Payment::id)
                .collect(Collectors.toList()));
    Map<String, Payment> byId =
        PAYMENTS.stream().collect(Collectors.toMap(Payment::id, each -> each, (a, b) -> b));
    for (BacktestHit hit : tally.hits()) {
      Payment payment = byId.get(hit.transactionId());
      assertThat(hit.published()).isEqualTo(published(payment));
      assertThat(hit.label()).isEqualTo(fraud(payment) ? "fraud" : good(payment) ? "good" : "open");
    }
  }

  @Test
  void aThresholdStandsForTheOneOfItsOutcome() {
    var thresholds = new ScoreThresholds(30, 60, 95).with(Outcome.REVIEW, 80);
    assertThat(thresholds.outcome(0.79)).isEqualTo(Outcome.CHALLENGE);
    assertThat(thresholds.outcome(0.80)).isEqualTo(Outcome.REVIEW);
    assertThat(thresholds.outcome(0.95)).isEqualTo(Outcome.BLOCK);
    assertThat(NEVER.outcome(1)).isEqualTo(Outcome.ALLOW);
  }

  @Test
  void nothingIsCountedWhereThereIsNothing() {
    BacktestReport report = new Tally(new ReviewTerms(5, 0)).report(true, 3);
    assertThat(report.payments()).isZero();
    assertThat(report.alone().precision()).isNull();
    assertThat(report.alone().recall()).isNull();
    assertThat(report.weeks()).isEmpty();
    String json = FraudJson.write(report);
    assertThat(FraudJson.read(json, new TypeReference<BacktestReport>() {})).isEqualTo(report);
  }

  private static LocalDate day(Payment payment) {
    return Instant.ofEpochMilli(payment.time()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether the customer paid before, within 90 days, at another moment. */
  private static boolean older(Payment one) {
    return PAYMENTS.stream()
        .anyMatch(
            other ->
                one.customer().equals(other.customer())
                    && Payment.IN_TIME.compare(other, one) < 0
                    && other.time() > one.time() - 90 * DAY
                    && other.time() < one.time());
  }
}
