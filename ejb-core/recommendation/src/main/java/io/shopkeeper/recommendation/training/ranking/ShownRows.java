package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Products that were shown, the oldest list first, each list's in the order of their places.
 *
 * @param list of each row, from 0
 * @param unit of each row, from 0: the visitor
 * @param at when the list was shown; milliseconds since 1970
 * @param followed whether what is learnt followed
 * @param features in the order of {@link Feature}, each of all rows
 * @param window how long something may follow, in milliseconds; 0 for any time
 */
record ShownRows(
    int[] list, int[] unit, long[] at, boolean[] followed, float[][] features, long window) {

  private static final long HOUR = 3_600_000;

  /** Rows by their numbers. */
  record Parts(int[] train, int[] test) {}

  /** Those of a snapshot. */
  static ShownRows read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(ShownTable.NAME);
    Map<String, String> facts = snapshot.facts();
    FollowUp goal = FollowUp.named(facts.get(RankingSnapshot.GOAL));
    int[] order = oldestFirst(table.ints(ShownTable.LIST));
    int[] followed = table.ints(ShownTable.FOLLOWED);
    boolean[] positive = new boolean[order.length];
    for (int row = 0; row < order.length; row++) {
      positive[row] = followed[order[row]] >= goal.strength();
    }
    float[][] features = new float[Feature.WIDTH][];
    for (Feature feature : Feature.all()) {
      features[feature.column()] = select(table.floats(feature.word()), order);
    }
    return new ShownRows(
        numbered(select(table.ints(ShownTable.LIST), order)),
        select(table.ints(ShownTable.UNIT), order),
        select(table.longs(ShownTable.AT), order),
        positive,
        features,
        HOUR * Long.parseLong(facts.get(RankingSnapshot.WINDOW)));
  }

  /** Rows with the lists turned round, each list's rows as they stand. */
  private static int[] oldestFirst(int[] lists) {
    int[] order = new int[lists.length];
    int to = lists.length;
    int at = 0;
    while (to > 0) {
      int from = to - 1;
      while (from > 0 && lists[from - 1] == lists[to - 1]) {
        from--;
      }
      for (int row = from; row < to; row++) {
        order[at++] = row;
      }
      to = from;
    }
    return order;
  }

  private static int[] numbered(int[] lists) {
    int[] numbers = new int[lists.length];
    for (int row = 1; row < lists.length; row++) {
      numbers[row] = numbers[row - 1] + (lists[row] == lists[row - 1] ? 0 : 1);
    }
    return numbers;
  }

  private static int[] select(int[] values, int[] order) {
    int[] selected = new int[order.length];
    for (int row = 0; row < order.length; row++) {
      selected[row] = values[order[row]];
    }
    return selected;
  }

  private static long[] select(long[] values, int[] order) {
    long[] selected = new long[order.length];
    for (int row = 0; row < order.length; row++) {
      selected[row] = values[order[row]];
    }
    return selected;
  }

  private static float[] select(float[] values, int[] order) {
    float[] selected = new float[order.length];
    for (int row = 0; row < order.length; row++) {
      selected[row] = values[order[row]];
    }
    return selected;
  }

  int rows() {
    return list.length;
  }

  /**
   * The newest part of the lists to test, and before it what was known when the first of those was
   * shown: a list whose window was still open then is in neither part, since what followed was not
   * known yet.
   *
   * @param share of the lists that is tested, above 0 and below 1
   */
  Parts divide(double share) {
    int lists = list.length == 0 ? 0 : list[list.length - 1] + 1;
    int cut = (int) Math.floor(lists * (1 - share));
    int first = 0;
    while (first < list.length && list[first] < cut) {
      first++;
    }
    int end = 0;
    while (end < first && at[end] + window < at[first]) {
      end++;
    }
    return new Parts(range(0, end), range(first, list.length));
  }

  private static int[] range(int from, int to) {
    int[] rows = new int[to - from];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = from + i;
    }
    return rows;
  }

  int positives(int[] rows) {
    int count = 0;
    for (int row : rows) {
      count += followed[row] ? 1 : 0;
    }
    return count;
  }

  /** All, as a table of the features. */
  LabelledTable table() {
    List<Column> columns = new ArrayList<>();
    for (Feature feature : Feature.all()) {
      columns.add(new NumberColumn(feature.word(), features[feature.column()]));
    }
    return new LabelledTable(new Table(columns), ClassTarget.of(followed));
  }

  /** Some, as serving asks for them: as if all stood at the first place. */
  Table compared(int[] rows) {
    List<Column> columns = new ArrayList<>();
    for (Feature feature : Feature.all()) {
      columns.add(
          feature == Feature.SHOWN_AT
              ? new NumberColumn(feature.word(), new float[rows.length])
              : new NumberColumn(feature.word(), select(features[feature.column()], rows)));
    }
    return new Table(columns);
  }
}
