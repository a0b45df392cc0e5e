package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleCheck;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.entity.StoredBacktest;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.rules.RuleChecks;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks what is to be tried, keeps it and queues the job, within the caller's transaction. */
@Dependent
public class BacktestStarter {

  private static final int USUAL_DAYS = 90;

  @Inject private BacktestStore store;
  @Inject private RuleShelf shelf;
  @Inject private Jobs jobs;
  @Inject private Clock clock;

  /**
   * Begins one.
   *
   * @throws InvalidInputException with every fault
   */
  public BacktestView start(BacktestOrder order, String by, Locale reader) {
    BacktestOrder whole = whole(order);
    List<FieldError> faults = faults(whole, reader);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    var backtest = new StoredBacktest(whole, by, clock.instant());
    store.add(backtest);
    ScoreThresholds three = whole.thresholds();
    String what =
        three != null
            ? "%d/%d/%d %%".formatted(three.challenge(), three.review(), three.block())
            : whole.threshold() != null
                ? whole.threshold() + " %"
                : whole.rule() == null ? whole.condition() : whole.rule();
    JobView job =
        jobs.submit(
            BacktestJob.KIND,
            "Backtest of " + (what.length() > 80 ? what.substring(0, 80) + "…" : what),
            Map.of(BacktestJob.BACKTEST, Long.toString(backtest.id())),
            by);
    backtest.workedOutBy(job.id());
    return backtest.view();
  }

  private BacktestOrder whole(BacktestOrder order) {
    LocalDate to =
        order.to() == null ? clock.instant().atOffset(ZoneOffset.UTC).toLocalDate() : order.to();
    return new BacktestOrder(
        order.rule() == null || order.rule().isBlank() ? null : order.rule(),
        order.version(),
        order.condition() == null ? null : order.condition().strip(),
        order.threshold(),
        order.thresholds(),
        order.thresholds() == null ? order.outcome() : null,
        order.from() == null ? to.minusDays(USUAL_DAYS) : order.from(),
        to);
  }

  private List<FieldError> faults(BacktestOrder order, Locale reader) {
    List<FieldError> faults = new ArrayList<>();
    boolean rule = order.condition() != null && !order.condition().isEmpty();
    if (Stream.of(rule, order.threshold() != null, order.thresholds() != null)
            .filter(each -> each)
            .count()
        != 1) {
      faults.add(
          new FieldError(
              "/condition",
              "give one of these: a condition, a threshold of the model, or all its thresholds"));
    } else if (order.thresholds() != null) {
      order.thresholds().faults().stream()
          .map(each -> new FieldError("/thresholds" + each.pointer(), each.message()))
          .forEach(faults::add);
    } else if (order.threshold() == null) {
      RuleCheck check = RuleChecks.of(order.condition(), shelf.kinds(), reader);
      if (!check.fine()) {
        faults.add(new FieldError("/condition", check.message()));
      }
    } else if (order.threshold() < 1 || order.threshold() > 100) {
      faults.add(new FieldError("/threshold", "must be 1 to 100 percent"));
    }
    if (order.thresholds() == null
        && (order.outcome() == null || order.outcome() == Outcome.ALLOW)) {
      faults.add(new FieldError("/outcome", "must be challenge, review or block"));
    }
    if (order.from().isAfter(order.to())) {
      faults.add(new FieldError("/from", "must not be after the last day, " + order.to()));
    }
    return faults;
  }
}
