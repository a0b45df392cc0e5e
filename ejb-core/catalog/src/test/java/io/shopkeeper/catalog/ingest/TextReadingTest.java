package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.ingest.mapping.BuiltInMappings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String INVOICES =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      536365,85123A,WHITE HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536366,22633,HAND WARMER,6,2010-12-01 08:28:00,1.85,17850.0,United Kingdom
      536365,71053,WHITE LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
      536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
      C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom
      C536391,22556,PLASTERS,-12,2010-12-01 10:24:00,1.65,17548.0,United Kingdom
      """;

  @TempDir private Path folder;
  private RowFiles files;

  @BeforeEach
  void prepare() {
    files = new RowFiles(folder);
  }

  @Test
  void invoiceLinesBecomeOrdersWhateverTheirOrder() throws Exception {
    List<Unit> units = units(ImportKind.ORDERS, true);
    List<Object> orders = records(ImportKind.ORDERS, units);
    assertThat(units).extracting(Unit::rows).containsExactly(2L, 1L, 1L);
    assertThat(orders).hasSize(3);
    var first = (OrderData) orders.getFirst();
    assertThat(first.id()).isEqualTo("536365");
    assertThat(first.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(first.placedAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    assertThat(first.lines()).extracting(OrderLine::productId).containsExactly("85123A", "71053");
    assertThat(((OrderData) orders.get(2)).status()).isEqualTo(OrderStatus.RETURNED);
    assertThat(((OrderData) orders.get(2)).lines().getFirst().quantity()).isEqualTo(12);
  }

  @Test
  void columnsInCommonUseNeedNoMapping() throws Exception {
    List<Unit> units = units(ImportKind.ORDERS, false);
    assertThat(units.stream().mapToLong(Unit::rows).sum()).isEqualTo(6);
    assertThat(units).hasSize(5);
  }

  @Test
  void everyKindOfTheMappingReadsWhatItWants() throws Exception {
    assertThat(records(ImportKind.PRODUCTS, units(ImportKind.PRODUCTS, true))).hasSize(4);
    assertThat(records(ImportKind.CUSTOMERS, units(ImportKind.CUSTOMERS, true))).hasSize(3);
    assertThat(records(ImportKind.EVENTS, units(ImportKind.EVENTS, true))).hasSize(4);
  }

  private List<Unit> units(ImportKind kind, boolean mapped) throws Exception {
    var target =
        BuiltInMappings.find("uci-online-retail").orElseThrow().targets().stream()
            .filter(each -> mapped && each.kind() == kind)
            .findFirst();
    var units = new ArrayList<Unit>();
    try (var reading = TextReading.of(files.of(INVOICES), kind, target, Map.of())) {
      reading.prepare(rows -> {});
      try (Units source = reading.units()) {
        Optional<Unit> unit = source.next();
        while (unit.isPresent()) {
          units.add(unit.get());
          unit = source.next();
        }
      }
    }
    return units;
  }

  private static List<Object> records(ImportKind kind, List<Unit> units) {
    var reader = new RecordReader(kind, CleanedRow::untouched, NOW);
    return units.stream()
        .map(reader::read)
        .peek(result -> assertThat(result.errors()).isEmpty())
        .map(RecordReader.Result::record)
        .toList();
  }
}
