package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.velocity.KeyPlan;
import io.shopkeeper.ml.velocity.KeyVelocity;
import io.shopkeeper.ml.velocity.VelocityEvent;
import io.shopkeeper.ml.velocity.VelocityPlan;
import io.shopkeeper.ml.velocity.VelocityStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The fifteen features of Y.-A. Le Borgne and others, "Reproducible Machine Learning for Credit
 * Card Fraud Detection – Practical Handbook", 2022, chapter 3, for comparison with its baselines:
 * amount, weekend, night; the payer's count and mean amount of 1, 7 and 30 days, this payment
 * included; the payee's count and share of frauds in windows of 1, 7 and 30 days that end the label
 * delay before. Immutable.
 */
public final class HandbookFeatures {

  private static final int[] DAYS = {1, 7, 30};
  private static final double CENTS = 100;
  private static final int WIDTH = 3 + 4 * 3;

  private final TransactionColumns columns;
  private final String payer;
  private final String payee;
  private final Duration labelDelay;

  /**
   * Of columns with a time and an amount.
   *
   * @throws IllegalArgumentException without two columns of ids, a time and an amount
   */
  public HandbookFeatures(TransactionColumns columns, Duration labelDelay) {
    List<String> ids = columns.of(ColumnKind.ENTITY);
    if (ids.size() < 2 || columns.time().isEmpty() || columns.amount().isEmpty()) {
      throw new IllegalArgumentException(
          "the handbook's features need a time, an amount and ids of payer and payee, in this order of columns, but there are ids %s"
              .formatted(ids));
    }
    this.columns = columns;
    this.labelDelay = labelDelay;
    payer = ids.getFirst();
    payee = ids.get(1);
  }

  /** Makes them, as {@link TransactionFeatures#of} does. */
  public Table of(Map<String, CellColumn> cells, Labels labels, int[] rows) {
    Moments moments = Moments.of(columns, cells);
    float[] amounts = cells.get(columns.amount().orElseThrow()).numbers().orElseThrow();
    int[] places = new int[amounts.length];
    Arrays.setAll(places, row -> -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    float[][] values = new float[WIDTH][rows.length];
    var store = new VelocityStore(plan());
    for (int row : moments.order()) {
      var event =
          new VelocityEvent(
              moments.times()[row],
              row,
              Math.round(amounts[row] * CENTS),
              Arrays.asList(cells.get(payer).get(row), cells.get(payee).get(row)),
              List.of());
      store.add(event);
      if (labels.known(row)) {
        store.mark(event, event.time() + labelDelay.toMillis());
      }
      if (places[row] >= 0) {
        fill(event, amounts[row], store.upTo(event), values, places[row]);
      }
    }
    return table(values, rows.length);
  }

  private VelocityPlan plan() {
    Duration[] windows = Arrays.stream(DAYS).mapToObj(Duration::ofDays).toArray(Duration[]::new);
    return VelocityPlan.of(
        List.of(KeyPlan.of(payer, windows), KeyPlan.of(payee, windows).withLabels(labelDelay)),
        List.of());
  }

  private static void fill(
      VelocityEvent event, float amount, List<KeyVelocity> its, float[][] values, int place) {
    values[0][place] = amount;
    values[1][place] = TimeFeatures.weekend(event.time());
    values[2][place] = TimeFeatures.night(event.time());
    for (int window = 0; window < DAYS.length; window++) {
      int next = 3 + 4 * window;
      values[next][place] = its.getFirst().count(window);
      values[next + 1][place] = (float) (its.getFirst().mean(window) / CENTS);
      values[next + 2][place] = its.getLast().labelled(window);
      values[next + 3][place] = (float) its.getLast().fraudShare(window);
    }
  }

  private Table table(float[][] values, int rows) {
    List<String> names =
        new ArrayList<>(List.of(columns.amount().orElseThrow(), "weekend", "night"));
    for (int days : DAYS) {
      for (String name : List.of("payer.count", "payer.mean", "payee.count", "payee.risk")) {
        names.add("%s.%dd".formatted(name, days));
      }
    }
    List<Column> made = new ArrayList<>();
    for (int feature = 0; feature < WIDTH; feature++) {
      made.add(new NumberColumn(names.get(feature), values[feature]));
    }
    return new Table(rows, made);
  }
}
