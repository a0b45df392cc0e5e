package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Few features, each of which says much: the amount, beside what its payer usually pays (mean,
 * median, deviations); and what is known of the payee's frauds: their share in 7 and 30 days that
 * end the label delay before, since when and until when there were any, and the unbroken run of
 * frauds up to the latest payment whose label is known. A payee that was taken over has such a run;
 * one whose labels are all good, or that is too young to have any, gives nothing that a model could
 * take for a sign. Immutable.
 */
public final class CompactFeatures {

  private static final long DAY = 86_400_000;
  private static final double SECOND = 1000;

  private static final List<String> NAMES =
      List.of(
          "payer.to-mean",
          "payer.to-median",
          "payer.deviations",
          "payee.risk.7d",
          "payee.risk.30d",
          "payee.since-first-fraud",
          "payee.since-last-fraud",
          "payee.latest",
          "payee.run",
          "payee.since-run");

  private final TransactionColumns columns;
  private final String payer;
  private final String payee;
  private final long labelDelay;

  /**
   * Of columns with a time and an amount.
   *
   * @throws IllegalArgumentException without two columns of ids, a time and an amount
   */
  public CompactFeatures(TransactionColumns columns, Duration labelDelay) {
    List<String> ids = columns.of(ColumnKind.ENTITY);
    if (ids.size() < 2 || columns.time().isEmpty() || columns.amount().isEmpty()) {
      throw new IllegalArgumentException(
          "compact features need a time, an amount and ids of payer and payee, in this order of columns, but there are ids %s; name them with --time, --amount and --entity"
              .formatted(ids));
    }
    this.columns = columns;
    this.labelDelay = labelDelay.toMillis();
    payer = ids.getFirst();
    payee = ids.get(1);
  }

  /** Makes them, as {@link TransactionFeatures#of} does. */
  public Table of(Map<String, CellColumn> cells, Labels labels, int[] rows) {
    Moments moments = Moments.of(columns, cells);
    float[] amounts = cells.get(columns.amount().orElseThrow()).numbers().orElseThrow();
    int[] places = new int[amounts.length];
    Arrays.fill(places, -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    float[][] values = new float[NAMES.size() + 1][rows.length];
    Map<String, UsualAmounts> payers = new HashMap<>();
    Map<String, KnownFrauds> payees = new HashMap<>();
    for (int row : moments.order()) {
      long time = moments.times()[row];
      UsualAmounts its =
          payers.computeIfAbsent(cells.get(payer).get(row), none -> new UsualAmounts());
      KnownFrauds at = payees.computeIfAbsent(cells.get(payee).get(row), none -> new KnownFrauds());
      if (places[row] >= 0) {
        at.learn(time - labelDelay);
        float[] made = of(amounts[row], its, at, time);
        for (int feature = 0; feature < made.length; feature++) {
          values[feature][places[row]] = made[feature];
        }
      }
      if (!Float.isNaN(amounts[row])) {
        its.add(amounts[row]);
      }
      at.add(time, labels.known(row));
    }
    return table(values, rows.length);
  }

  private float[] of(float amount, UsualAmounts its, KnownFrauds at, long time) {
    return new float[] {
      amount,
      (float) its.timesMean(amount),
      (float) its.timesMedian(amount),
      (float) its.deviations(amount),
      at.risk(time - labelDelay, 7 * DAY),
      at.risk(time - labelDelay, 30 * DAY),
      (float) (at.sinceFirst(time) / SECOND),
      (float) (at.sinceLast(time) / SECOND),
      at.latest(),
      at.run(),
      (float) (at.sinceRun(time) / SECOND)
    };
  }

  private Table table(float[][] values, int rows) {
    List<String> names = new ArrayList<>(List.of(columns.amount().orElseThrow()));
    names.addAll(NAMES);
    List<Column> made = new ArrayList<>();
    for (int feature = 0; feature < values.length; feature++) {
      made.add(new NumberColumn(names.get(feature), values[feature]));
    }
    return new Table(rows, made);
  }
}
