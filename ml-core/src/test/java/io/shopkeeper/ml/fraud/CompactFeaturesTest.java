package io.shopkeeper.ml.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CompactFeaturesTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final float DAY = 86_400;

  private static Map<String, CellColumn> cells(
      List<String> at, List<String> who, List<String> shop, List<String> amounts) {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put("at", CellColumn.of(at));
    cells.put("customer_id", CellColumn.of(who));
    cells.put("shop_id", CellColumn.of(shop));
    cells.put("amount", CellColumn.of(amounts));
    return cells;
  }

  private static CompactFeatures features(Map<String, CellColumn> cells) {
    return new CompactFeatures(TransactionColumns.infer(cells, told()), WEEK);
  }

  private static TransactionColumns.Told told() {
    return new TransactionColumns.Told(
        Set.of(),
        Optional.of("at"),
        Optional.of("amount"),
        Optional.of(List.of("customer_id", "shop_id")));
  }

  private static float at(Table table, String name, int row) {
    return ((NumberColumn) table.column(name).orElseThrow()).values()[row];
  }

  /** A shop whose payments are good, fraud, fraud, and then asked for. */
  @Test
  void aRunOfFraudsIsSeenOnceItsLabelsAreKnown() {
    Map<String, CellColumn> cells =
        cells(
            List.of("2018-07-01", "2018-07-05", "2018-07-06", "2018-07-12", "2018-07-13"),
            List.of("a", "a", "b", "a", "a"),
            List.of("s", "s", "s", "s", "s"),
            List.of("10", "20", "90", "30", "60"));
    var labels =
        new Labels(
            new boolean[] {false, true, true, true, false},
            new boolean[] {true, true, true, true, true});

    Table all = features(cells).of(cells, labels, new int[] {0, 1, 2, 3, 4});

    assertThat(at(all, "payee.latest", 2)).isNaN();
    // On the 12th the labels up to the 5th are known, on the 13th those up to the 6th.
    assertThat(at(all, "payee.latest", 3)).isEqualTo(1);
    assertThat(at(all, "payee.run", 3)).isEqualTo(1);
    assertThat(at(all, "payee.run", 4)).isEqualTo(2);
    assertThat(at(all, "payee.since-run", 4)).isEqualTo(8 * DAY);
    assertThat(at(all, "payee.since-first-fraud", 4)).isEqualTo(8 * DAY);
    assertThat(at(all, "payee.since-last-fraud", 4)).isEqualTo(7 * DAY);
    assertThat(at(all, "payee.risk.7d", 4)).isCloseTo(2 / 3f, within(1e-6f));
    // Of payer a: 10, 20 and 30 before.
    assertThat(at(all, "payer.to-mean", 4)).isEqualTo(3);
    assertThat(at(all, "payer.to-median", 4)).isEqualTo(3);
    assertThat(at(all, "payer.deviations", 4)).isCloseTo(40 / 8.165f, within(1e-3f));
    assertThat(at(all, "payer.to-mean", 2)).isNaN();
  }

  @Test
  void aRunEndsWithAGoodPayment() {
    var known = new KnownFrauds();
    known.add(10, true);
    known.add(20, true);
    known.add(30, false);
    known.learn(20);
    assertThat(known.run()).isEqualTo(2);
    known.learn(30);
    assertThat(known.run()).isZero();
    assertThat(known.latest()).isZero();
    assertThat(known.sinceRun(40)).isNaN();
    assertThat(known.sinceFirst(40)).isEqualTo(30);
    assertThat(known.risk(30, 15)).isEqualTo(0.5f);
  }

  @Test
  void nothingLooksAhead() {
    var random = new SplittableRandom(5);
    List<List<String>> columns = List.of(of(), of(), of(), of());
    int rows = 600;
    boolean[] fraud = new boolean[rows];
    boolean[] usable = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      // Two rows share each moment.
      columns.get(0).add(LocalDateTime.of(2018, 7, 1, 0, 0).plusHours(2L * (row / 2)).toString());
      columns.get(1).add("c" + random.nextInt(30));
      columns.get(2).add("s" + random.nextInt(9));
      columns.get(3).add(Integer.toString(1 + random.nextInt(99)));
      fraud[row] = random.nextInt(4) == 0;
      usable[row] = true;
    }
    Map<String, CellColumn> cells =
        cells(columns.get(0), columns.get(1), columns.get(2), columns.get(3));
    int seen = 400;
    // 24 rows a day: the labels up to seven days before the last row that is seen are known.
    int known = seen - 7 * 24;

    assertThat(
            LookAhead.of(
                (its, labels) -> features(its).of(its, labels, LookAhead.all(its)),
                cells,
                new Labels(fraud, usable),
                seen,
                known))
        .isEmpty();
    // And it would be found if labels were looked at before they are known.
    assertThat(
            LookAhead.of(
                (its, labels) ->
                    new CompactFeatures(TransactionColumns.infer(its, told()), Duration.ofDays(6))
                        .of(its, labels, LookAhead.all(its)),
                cells,
                new Labels(fraud, usable),
                seen,
                known))
        .contains("payee.run", "payee.risk.30d");
  }

  private static List<String> of() {
    return new ArrayList<>();
  }

  @Test
  void withoutPayeeItSaysWhatIsMissing() {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put("at", CellColumn.of(List.of("2018-07-01", "2018-07-02")));
    cells.put("amount", CellColumn.of(List.of("1", "2")));
    cells.put("customer_id", CellColumn.of(List.of("a", "b")));
    var told =
        new TransactionColumns.Told(
            Set.of(),
            Optional.of("at"),
            Optional.of("amount"),
            Optional.of(List.of("customer_id")));
    TransactionColumns columns = TransactionColumns.infer(cells, told);

    assertThatThrownBy(() -> new CompactFeatures(columns, WEEK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ids of payer and payee")
        .hasMessageContaining("--entity");
  }
}
