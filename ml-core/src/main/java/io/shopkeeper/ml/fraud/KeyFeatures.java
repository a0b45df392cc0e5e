package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.velocity.KeyPlan;
import io.shopkeeper.ml.velocity.VelocityEvent;
import io.shopkeeper.ml.velocity.VelocityFeatures;
import io.shopkeeper.ml.velocity.VelocityPlan;
import io.shopkeeper.ml.velocity.VelocityStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Velocities of the keys of a table, by sending all rows through a store in the order of time. Each
 * kind also counts different ones of the {@value #OTHERS} kinds behind it, around the corner.
 */
final class KeyFeatures {

  private static final int OTHERS = 2;

  /** Features of a key, without and of each window. */
  private static final int OF_KEY = 6;

  private static final int OF_WINDOW = 9;
  private static final int LEAST_KEYS = 3;
  private static final long MOST_CELLS = 150_000_000;
  private static final double CENTS = 100;
  private static final double MOST_CENTS = 1e15;

  private final TransactionColumns columns;
  private final FeatureSettings settings;
  private final Moments moments;

  KeyFeatures(TransactionColumns columns, FeatureSettings settings, Moments moments) {
    this.columns = columns;
    this.settings = settings;
    this.moments = moments;
  }

  List<Column> of(Map<String, CellColumn> cells, Labels labels, int[] rows) {
    List<Keys.Key> keys = Keys.of(columns, cells, mostKeys(rows.length));
    if (keys.isEmpty()) {
      return List.of();
    }
    VelocityPlan plan = plan(keys);
    var features = new VelocityFeatures(plan);
    float[][] values = new float[features.names().size()][rows.length];
    int[] places = places(rows);
    var store = new VelocityStore(plan);
    float[] amounts = amounts(cells);
    for (int row : moments.order()) {
      var event =
          new VelocityEvent(
              moments.times()[row], row, cents(amounts, row), ids(keys, row), List.of());
      if (places[row] >= 0) {
        float[] found = features.values(event.amount(), store.before(event));
        for (int feature = 0; feature < found.length; feature++) {
          values[feature][places[row]] = found[feature];
        }
      }
      store.add(event);
      if (settings.labelDelay().isPresent() && labels.known(row)) {
        store.mark(event, event.time() + settings.labelDelay().get().toMillis());
      }
    }
    List<Column> made = new ArrayList<>();
    for (int feature = 0; feature < values.length; feature++) {
      made.add(new NumberColumn(features.names().get(feature), values[feature]));
    }
    return made;
  }

  /** Fewer where many rows would take too much memory. */
  private int mostKeys(int rows) {
    long width = OF_KEY + (long) OF_WINDOW * settings.windows().size();
    long fitting = Math.max(LEAST_KEYS, MOST_CELLS / Math.max(1, rows * width));
    return (int) Math.min(settings.mostKeys(), fitting);
  }

  private VelocityPlan plan(List<Keys.Key> keys) {
    List<Duration> windows =
        settings.windows().stream().filter(window -> window.toMillis() < moments.length()).toList();
    List<Duration> used = windows.isEmpty() ? settings.windows().subList(0, 1) : windows;
    List<KeyPlan> plans = new ArrayList<>();
    for (int kind = 0; kind < keys.size(); kind++) {
      List<String> others = new ArrayList<>();
      for (int next = 1; next <= OTHERS && next < keys.size(); next++) {
        others.add(keys.get((kind + next) % keys.size()).name());
      }
      plans.add(new KeyPlan(keys.get(kind).name(), used, others, settings.labelDelay()));
    }
    // Nothing is late and nothing is forgotten that any window reaches.
    return new VelocityPlan(plans, List.of(), Duration.ZERO, Duration.ofMillis(Long.MAX_VALUE / 4));
  }

  /** Where a row's features go; −1 where none are wanted. */
  private int[] places(int[] rows) {
    int[] places = new int[moments.order().length];
    Arrays.fill(places, -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    return places;
  }

  private float[] amounts(Map<String, CellColumn> cells) {
    return columns
        .amount()
        .flatMap(name -> cells.get(name).numbers())
        .orElseGet(() -> new float[moments.order().length]);
  }

  private static long cents(float[] amounts, int row) {
    double cents = Float.isNaN(amounts[row]) ? 0 : amounts[row] * CENTS;
    return Math.round(Math.clamp(cents, -MOST_CENTS, MOST_CENTS));
  }

  private static List<String> ids(List<Keys.Key> keys, int row) {
    String[] ids = new String[keys.size()];
    for (int kind = 0; kind < ids.length; kind++) {
      ids[kind] = keys.get(kind).at(row);
    }
    return Arrays.asList(ids);
  }
}
