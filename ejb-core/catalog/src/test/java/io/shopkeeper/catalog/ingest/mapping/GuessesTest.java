package io.shopkeeper.catalog.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ColumnGuess;
import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuessesTest {

  @Test
  void invoiceLinesAreOrdersWithALineEach() {
    var columns =
        List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");
    var samples =
        List.of(
            List.of("536365"),
            List.of("85123A"),
            List.of("6"),
            List.of("2010-12-01 08:26:00"),
            List.of("2.55"),
            List.of("17850"));
    assertThat(fields(ImportKind.ORDERS, columns, samples))
        .containsEntry("InvoiceNo", "id")
        .containsEntry("StockCode", "lines.productId")
        .containsEntry("Quantity", "lines.quantity")
        .containsEntry("UnitPrice", "lines.unitPrice")
        .containsEntry("InvoiceDate", "placedAt")
        .containsEntry("CustomerID", "customerId");
    assertThat(Guesses.kinds(columns, samples).keySet().iterator().next())
        .isEqualTo(ImportKind.ORDERS);
  }

  @Test
  void chineseColumnsAreKnown() {
    var columns = List.of("商品编号", "商品名称", "价格", "库存", "品牌");
    var samples =
        List.of(List.of("P1"), List.of("陶瓷杯"), List.of("19.90"), List.of("3"), List.of("和"));
    assertThat(fields(ImportKind.PRODUCTS, columns, samples))
        .containsEntry("商品编号", "id")
        .containsEntry("商品名称", "titleZh")
        .containsEntry("价格", "price")
        .containsEntry("库存", "stock")
        .containsEntry("品牌", "brand");
  }

  @Test
  void valuesThatContradictANameHalveTheTrust() {
    List<ColumnGuess> guesses =
        Guesses.of(ImportKind.PRODUCTS, List.of("price"), List.of(List.of("red", "blue")));
    assertThat(guesses.getFirst().confidence()).isLessThan(Guesses.SURE);
  }

  @Test
  void datesAndDecimalCommasBringTheirStep() {
    List<ColumnGuess> guesses =
        Guesses.of(
            ImportKind.ORDERS,
            List.of("order date", "price"),
            List.of(List.of("13.12.2010 08:26", "1.12.2010 9:00"), List.of("19,90", "1.200,00")));
    assertThat(guesses.get(0).step().options()).containsEntry("format", "d.M.yyyy H:mm");
    assertThat(guesses.get(1).step().options()).containsEntry("decimal", ",");
  }

  @Test
  void pointsAndCommasSideBySideAreLeftToTheCleaning() {
    var guess =
        Guesses.of(ImportKind.PRODUCTS, List.of("price"), List.of(List.of("19.90", "5", "19,90")))
            .getFirst();
    assertThat(guess.field()).isEqualTo("price");
    assertThat(guess.step()).isNull();
  }

  @Test
  void aMonthBeforeTheDayIsSeenWhereADayIsBeyondTwelve() {
    var guess =
        Guesses.of(
                ImportKind.ORDERS,
                List.of("date"),
                List.of(List.of("12/1/2010 8:26", "12/13/2010 9:00")))
            .getFirst();
    assertThat(guess.step().options()).containsEntry("format", "M/d/yyyy H:mm");
  }

  private static Map<String, String> fields(
      ImportKind kind, List<String> columns, List<List<String>> samples) {
    return Guesses.of(kind, columns, samples).stream()
        .filter(guess -> guess.field() != null && guess.confidence() >= Guesses.SURE)
        .collect(Collectors.toMap(ColumnGuess::column, ColumnGuess::field));
  }
}
