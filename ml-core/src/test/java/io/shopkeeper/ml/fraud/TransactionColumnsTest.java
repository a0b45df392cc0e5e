package io.shopkeeper.ml.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TransactionColumnsTest {

  private static final int ROWS = 3000;

  private final SplittableRandom random = new SplittableRandom(8);
  private final Map<String, CellColumn> cells = new LinkedHashMap<>();

  private void column(String name, IntFunction<String> cell) {
    List<String> column = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      column.add(cell.apply(row));
    }
    cells.put(name, CellColumn.of(column));
  }

  private Map<String, ColumnKind> kinds() {
    return infer(Optional.empty()).kinds();
  }

  private TransactionColumns infer(Optional<List<String>> entities) {
    return TransactionColumns.infer(
        cells,
        new TransactionColumns.Told(
            Set.of("isFraud"), Optional.empty(), Optional.empty(), entities));
  }

  @Test
  void idsAreThoseThatComeAgain() {
    column("TX_ID", row -> Integer.toString(100_000 + row));
    column("cc_num", row -> Long.toString(4_000_000_000_000_000L + random.nextInt(400)));
    column("TERMINAL_ID", row -> Integer.toString(random.nextInt(300)));
    column("nameOrig", row -> "C" + random.nextInt(900));
    column("trans_num", row -> Integer.toHexString(row * 7919));
    column("device_id", row -> "D" + (row < 40 ? 7 : row));
    column("card1", row -> Integer.toString(random.nextInt(2000)));
    column("customer_age", row -> Integer.toString(18 + random.nextInt(70)));
    column("zip_count_4w", row -> Integer.toString(random.nextInt(5000)));
    column("id_02", row -> Integer.toString(random.nextInt(2000)));
    column("isFraud", row -> Integer.toString(row % 7 == 0 ? 1 : 0));

    assertThat(kinds())
        .containsExactly(
            Map.entry("TX_ID", ColumnKind.UNUSED),
            Map.entry("cc_num", ColumnKind.ENTITY),
            Map.entry("TERMINAL_ID", ColumnKind.ENTITY),
            Map.entry("nameOrig", ColumnKind.ENTITY),
            Map.entry("trans_num", ColumnKind.UNUSED),
            Map.entry("device_id", ColumnKind.ENTITY),
            Map.entry("card1", ColumnKind.ENTITY),
            Map.entry("customer_age", ColumnKind.NUMBER),
            Map.entry("zip_count_4w", ColumnKind.NUMBER),
            Map.entry("id_02", ColumnKind.NUMBER));
  }

  @Test
  void addressesTimesAmountsAndWords() {
    column("email", row -> "a%d@shop.example".formatted(random.nextInt(500)));
    column("ip_address", row -> "%d.5".formatted(1_000_000_000L + random.nextInt(2_000_000)));
    column("host", row -> "10.1.%d.%d".formatted(random.nextInt(9), random.nextInt(200)));
    column("unix_time", row -> Long.toString(1_500_000_000L + row));
    column("signed_up", row -> "1/%d/2015 5:10".formatted(1 + random.nextInt(28)));
    column("bought", row -> "2/%d/2015 17:10".formatted(1 + random.nextInt(28)));
    column("purchase_value", row -> Integer.toString(random.nextInt(90)));
    column("amt", row -> "%d.99".formatted(random.nextInt(90)));
    column("channel", row -> List.of("web", "app").get(row % 2));
    column("always", row -> "the same");

    TransactionColumns columns = infer(Optional.empty());

    assertThat(columns.kinds().values())
        .containsExactly(
            ColumnKind.EMAIL,
            ColumnKind.ADDRESS,
            ColumnKind.ADDRESS,
            ColumnKind.TIME,
            ColumnKind.TIME,
            ColumnKind.TIME,
            ColumnKind.NUMBER,
            ColumnKind.NUMBER,
            ColumnKind.CATEGORY,
            ColumnKind.UNUSED);
    assertThat(columns.time()).contains("unix_time");
    assertThat(columns.amount()).contains("amt");
  }

  @Test
  void toldIdsAreTheOnlyOnes() {
    column("shop_id", row -> Integer.toString(random.nextInt(300)));
    column("customer_id", row -> Integer.toString(random.nextInt(300)));

    assertThat(infer(Optional.of(List.of("shop_id"))).kinds())
        .containsEntry("shop_id", ColumnKind.ENTITY)
        .containsEntry("customer_id", ColumnKind.UNUSED);
  }
}
