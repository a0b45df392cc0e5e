package io.shopkeeper.ml.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransactionFeaturesTest {

  private static final long DAY = 86_400_000;

  private static final TransactionColumns.Told NOTHING =
      new TransactionColumns.Told(
          Set.of("fraud"), Optional.empty(), Optional.empty(), Optional.empty());

  /** Payments of a quarter, in the order of time. */
  private static Map<String, CellColumn> payments(int rows) {
    var random = new SplittableRandom(3);
    Map<String, List<String>> cells = new LinkedHashMap<>();
    List<String> names =
        List.of(
            "paid_at",
            "opened_at",
            "card_id",
            "email",
            "ip",
            "amount",
            "channel",
            "lat",
            "long",
            "shop_lat",
            "shop_long",
            "fraud");
    names.forEach(name -> cells.put(name, new ArrayList<>()));
    for (int row = 0; row < rows; row++) {
      long minute = 90L * 1440 * row / rows;
      cells.get("paid_at").add(at(minute));
      cells.get("opened_at").add(at(minute - random.nextInt(100_000)));
      cells.get("card_id").add(Integer.toString(7000 + random.nextInt(40)));
      cells
          .get("email")
          .add("someone%d@mail%d.example".formatted(random.nextInt(200), random.nextInt(4)));
      cells.get("ip").add("10.%d.%d.9".formatted(random.nextInt(4), random.nextInt(90)));
      cells.get("amount").add("%d.%02d".formatted(random.nextInt(300), random.nextInt(100)));
      cells.get("channel").add(List.of("web", "app", "shop").get(random.nextInt(3)));
      for (String place : List.of("lat", "long", "shop_lat", "shop_long")) {
        cells.get(place).add("%d.5".formatted(10 + random.nextInt(70)));
      }
      cells.get("fraud").add(random.nextInt(6) == 0 ? "1" : "0");
    }
    Map<String, CellColumn> columns = new LinkedHashMap<>();
    cells.forEach((name, column) -> columns.put(name, CellColumn.of(column)));
    return columns;
  }

  private static String at(long minute) {
    return java.time.LocalDateTime.of(2018, 7, 1, 0, 0).plusMinutes(minute).toString();
  }

  private static Labels labels(Map<String, CellColumn> cells) {
    boolean[] fraud = new boolean[cells.get("fraud").size()];
    boolean[] usable = new boolean[fraud.length];
    Arrays.fill(usable, true);
    for (int row = 0; row < fraud.length; row++) {
      fraud[row] = cells.get("fraud").get(row).equals("1");
    }
    return new Labels(fraud, usable);
  }

  private static LookAhead.Maker maker(Map<String, CellColumn> all) {
    TransactionColumns columns = TransactionColumns.infer(all, NOTHING);
    var features =
        new TransactionFeatures(columns, FeatureSettings.usual(Optional.of(Duration.ofDays(7))));
    return (cells, labels) -> features.of(cells, labels, LookAhead.all(cells));
  }

  @Test
  void noFeatureLooksAhead() {
    Map<String, CellColumn> cells = payments(900);
    // Ten rows a day: at row 600 those of seven days before were known.
    assertThat(maker(cells).of(cells, labels(cells)).columns()).hasSizeGreaterThan(60);
    assertThat(LookAhead.of(maker(cells), cells, labels(cells), 600, 530)).isEmpty();
  }

  @Test
  void aFeatureThatLooksAheadIsCaught() {
    Map<String, CellColumn> cells = payments(900);
    LookAhead.Maker honest = maker(cells);
    LookAhead.Maker peeping =
        (some, labels) -> {
          List<Column> columns = new ArrayList<>(honest.of(some, labels).columns());
          float[] rates = new float[labels.fraud().length];
          float[] often = new float[rates.length];
          for (int row = 0; row < rates.length; row++) {
            for (int other = 0; other < rates.length; other++) {
              if (some.get("card_id").get(other).equals(some.get("card_id").get(row))) {
                often[row]++;
                rates[row] += labels.fraud()[other] && other < row ? 1 : 0;
              }
            }
          }
          columns.add(new NumberColumn("card.ever", often));
          columns.add(new NumberColumn("card.frauds.at-once", rates));
          return new Table(rates.length, columns);
        };

    assertThat(LookAhead.of(peeping, cells, labels(cells), 600, 530))
        .containsExactly("card.ever", "card.frauds.at-once");
  }

  @Test
  void labelsCountOnceTheyAreKnown() {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put(
        "at",
        CellColumn.of(List.of("2018-07-01", "2018-07-07 23:59:59", "2018-07-08", "2018-07-20")));
    cells.put("card_id", CellColumn.of(List.of("a", "a", "a", "a")));
    var told =
        new TransactionColumns.Told(
            Set.of(), Optional.of("at"), Optional.empty(), Optional.of(List.of("card_id")));
    var features =
        new TransactionFeatures(
            TransactionColumns.infer(cells, told),
            new FeatureSettings(List.of(Duration.ofDays(10)), Optional.of(Duration.ofDays(7)), 5));

    Table all =
        features.of(
            cells,
            new Labels(
                new boolean[] {true, true, false, false}, new boolean[] {true, false, true, true}),
            new int[] {1, 2, 3});

    assertThat(numbers(all, "card_id.frauds.10d")).containsExactly(0, 1, 0);
    assertThat(numbers(all, "card_id.labelled.10d")).containsExactly(0, 1, 2);
    assertThat(numbers(all, "card_id.known")).containsExactly(1, 2, 3);
  }

  private static float[] numbers(Table table, String name) {
    return ((NumberColumn) table.column(name).orElseThrow()).values();
  }

  @Test
  void whatOnlyRenamesAKeyIsNoOther() {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put("street", CellColumn.of(List.of("A", "B", "A", "A")));
    cells.put("card_id", CellColumn.of(List.of("1", "2", "1", "1")));
    cells.put("shop", CellColumn.of(List.of("x", "x", "y", "x")));
    var told =
        new TransactionColumns.Told(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("street", "card_id", "shop")));

    assertThat(Keys.of(TransactionColumns.infer(cells, told), cells, 5))
        .extracting(Keys.Key::name)
        .containsExactly("card_id", "shop");
  }

  @Test
  void clocksAndGaps() {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put("bought", CellColumn.of(List.of("7/29/2018 6:30", "7/30/2018 7:00")));
    cells.put("joined", CellColumn.of(List.of("7/29/2018 6:29", "7/29/2018 7:00")));
    Table all =
        new TransactionFeatures(
                TransactionColumns.infer(cells, NOTHING), FeatureSettings.usual(Optional.empty()))
            .of(cells, new Labels(new boolean[2], new boolean[2]), new int[] {0, 1});

    // A Sunday, then a Monday.
    assertThat(numbers(all, "bought.hour")).containsExactly(6.5f, 7);
    assertThat(numbers(all, "bought.weekday")).containsExactly(6, 0);
    assertThat(numbers(all, "bought.night")).containsExactly(1, 0);
    assertThat(numbers(all, "bought.weekend")).containsExactly(1, 0);
    assertThat(numbers(all, "since.joined")).containsExactly(60, DAY / 1000f);
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    // Oslo to Rome.
    assertThat(Places.kilometres(59.91, 10.75, 41.90, 12.50)).isBetween(1990.0, 2020.0);
    assertThat(Places.kilometres(10, 179.5, 10, -179.5)).isBetween(109.0, 110.0);
  }

  @Test
  void aRowWithoutATimeIsRefused() {
    Map<String, CellColumn> cells = new LinkedHashMap<>();
    cells.put("at", CellColumn.of(Arrays.asList("2018-07-01", null)));
    cells.put("amount", CellColumn.of(List.of("1", "2")));
    var told =
        new TransactionColumns.Told(
            Set.of(), Optional.of("at"), Optional.empty(), Optional.empty());
    TransactionColumns columns = TransactionColumns.infer(cells, told);
    var features = new TransactionFeatures(columns, FeatureSettings.usual(Optional.empty()));

    assertThatThrownBy(
            () -> features.of(cells, new Labels(new boolean[2], new boolean[2]), new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 2: at must be a time, but is null");
  }
}
