package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.features.Window;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleParser;
import io.shopkeeper.fraud.rules.RuleSyntaxException;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.fraud.training.PaymentWalk;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replays the payments of a time, and 90 days before it, which are only what the others are seen
 * beside; judges them by the candidate and by what is published, and keeps the report.
 */
final class BacktestJob implements JobHandler {

  /** The kind of these jobs. */
  static final String KIND = "backtest-fraud";

  /** The parameter that names the backtest. */
  static final String BACKTEST = "backtest";

  private static final double WALKED = 0.98;

  private final BacktestLedger ledger;
  private final PaymentWalk walk;
  private final RuleShelf shelf;
  private final Supplier<Optional<PromotedModel.Serving<FraudModel>>> model;
  private final Settings settings;
  private final Clock clock;

  BacktestJob(
      BacktestLedger ledger,
      PaymentWalk walk,
      RuleShelf shelf,
      Supplier<Optional<PromotedModel.Serving<FraudModel>>> model,
      Settings settings,
      Clock clock) {
    this.ledger = ledger;
    this.walk = walk;
    this.shelf = shelf;
    this.model = model;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    long id = Long.parseLong(job.parameters().get(BACKTEST));
    BacktestView backtest =
        ledger.find(id).orElseThrow(() -> new JobFailedException("The backtest is gone."));
    Optional<PromotedModel.Serving<FraudModel>> serving = model.get();
    var now =
        new PastJudge.Now(
            shelf.live(),
            shelf.lists(),
            serving.map(PromotedModel.Serving::model),
            FraudSettings.thresholds(settings),
            FraudSettings.odd(settings));
    PastJudge judge = judge(backtest, now);
    var tally =
        new Tally(
            new ReviewTerms(
                FraudSettings.reviewMinutes(settings), FraudSettings.reviewCents(settings)));
    walk(job, backtest.order(), judge, tally);
    String condition = backtest.order().condition();
    ledger.keep(
        id,
        tally.report(
            condition != null && condition.contains("list"),
            serving.map(PromotedModel.Serving::version).orElse(null)),
        tally.hits());
    job.log("%d payments would have been held".formatted(tally.hits().size()));
  }

  private PastJudge judge(BacktestView backtest, PastJudge.Now now) throws JobFailedException {
    BacktestOrder order = backtest.order();
    if (order.condition() == null) {
      if (now.model().isEmpty()) {
        throw new JobFailedException(
            "No model of fraud is live: a threshold holds nothing. Train and promote one first.");
      }
      return order.thresholds() != null
          ? PastJudge.ofThresholds(order.thresholds(), now)
          : PastJudge.ofThreshold(order.threshold(), order.outcome(), now);
    }
    try {
      return PastJudge.ofRule(
          new Rule(
              order.rule() == null ? "" : order.rule(),
              order.version() == null ? 0 : order.version(),
              "",
              "",
              order.outcome(),
              false,
              RuleParser.parse(order.condition(), shelf.kinds())),
          now);
    } catch (RuleSyntaxException changed) {
      throw new JobFailedException(
          "The rule cannot be read any more: a list that it looks into is gone.");
    }
  }

  private void walk(JobContext job, BacktestOrder order, PastJudge judge, Tally tally) {
    Instant from = order.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = order.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    Instant begin = from.minus(Window.LONGEST.length());
    double whole = Math.max(1, until.toEpochMilli() - begin.toEpochMilli());
    Instant good = clock.instant().minus(FraudSettings.patience(settings));
    try {
      long read =
          walk.walk(
              begin,
              until,
              good,
              step -> {
                if (step.payment().time() >= from.toEpochMilli()) {
                  tally.add(judge.judge(step));
                }
              },
              at -> {
                job.stopIfCancelled();
                job.progress(
                    WALKED * Math.min(1, (at - begin.toEpochMilli()) / whole), "judging payments");
              });
      job.log("%d payments replayed".formatted(read));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
