package io.shopkeeper.ml.value;

import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.value.ValueFeatures.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One training of {@link BoostedValue}. */
final class BoostedValueTraining {

  /** Fewer customers teach nothing. */
  static final int FEWEST = 50;

  private final PurchaseLog log;
  private final BoostedValue.Options options;
  private final long seed;
  private final TrainingListener listener;

  private final List<Seen> rows = new ArrayList<>();
  private final List<PurchaseHistory> followed = new ArrayList<>();

  BoostedValueTraining(
      PurchaseLog log, BoostedValue.Options options, long seed, TrainingListener listener) {
    this.log = log;
    this.options = options;
    this.seed = seed;
    this.listener = listener;
  }

  CustomerValueModel train() {
    listener.progress(0, "looking back");
    listener.stopIfCancelled();
    lookBack();
    long known =
        log.customers().stream()
            .filter(one -> one.days()[0] < log.end() - options.horizonDays())
            .count();
    if (known < FEWEST) {
      throw new IllegalArgumentException(
          ("%s needs at least %d customers who bought before the last %d days, but there are %d; "
                  + "shorten the horizon or wait")
              .formatted(BoostedValue.NAME, FEWEST, options.horizonDays(), known));
    }
    RateSoFar rate = RateSoFar.of(log, options.horizonDays());
    Table table = ValueFeatures.table(rows);
    float[] weights = new float[rows.size()];
    float[] purchases = new float[rows.size()];
    float[] values = new float[rows.size()];
    boolean[] buys = new boolean[rows.size()];
    for (int row = 0; row < weights.length; row++) {
      double expected = rate.purchases(rows.get(row));
      PurchaseHistory after = followed.get(row);
      weights[row] = (float) expected;
      purchases[row] = (float) (after.purchases() / expected);
      double spend = expected * rate.spend(rows.get(row));
      values[row] = spend > 0 ? (float) (after.spent() / spend) : 0;
      buys[row] = after.purchases() > 0;
    }
    TableModel often = boost(table, new NumberTarget(purchases), weights, 0, "purchases");
    TableModel much = boost(table, new NumberTarget(values), weights, 1, "spend");
    TableModel atAll = buys(table, buys);
    return new BoostedValueModel(
            options.horizonDays(),
            rate,
            Discount.over(options.horizonDays(), options.discount()),
            0,
            often,
            atAll,
            (ExplainedModel) much)
        .withTypical(log);
  }

  private void lookBack() {
    int step = Math.max(1, options.horizonDays() / 2);
    int first = log.customers().stream().mapToInt(one -> one.days()[0]).min().orElse(log.end());
    for (int cut = 0; cut < options.cuts(); cut++) {
      int day = log.end() - options.horizonDays() - cut * step;
      // A cut before which less than half a horizon is known says little.
      if (day - first < step && cut > 0) {
        return;
      }
      listener.stopIfCancelled();
      for (PurchaseHistory one : log.customers()) {
        if (one.days()[0] < day) {
          rows.add(Seen.of(one, day));
          followed.add(one.within(day, day + options.horizonDays()));
        }
      }
    }
  }

  private TableModel boost(
      Table table, NumberTarget target, float[] weights, int part, String phase) {
    return new GradientBoosting()
        .train(
            new LabelledTable(table, target, Optional.of(weights)),
            options.boosting(),
            seed + part,
            part(part, phase));
  }

  /**
   * Where all or none bought again, there is nothing to tell apart: the table then has one class.
   */
  private TableModel buys(Table table, boolean[] buys) {
    return new GradientBoosting()
        .train(
            new LabelledTable(table, ClassTarget.of(buys)),
            options.boosting(),
            seed + 2,
            part(2, "whether at all"));
  }

  private TrainingListener part(int part, String phase) {
    return PartOfTraining.of(listener, 0.05 + 0.3 * part, 0.05 + 0.3 * (part + 1), phase);
  }
}
