package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.ShopkeeperCommand;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A year of a real shop's invoices, with cancellations, missing customers and odd codes. */
@Tag("data")
@ExtendWith(RunningShop.OnH2.class)
class OnlineRetailIT {

  private static final String FILE = "uci-online-retail/online-retail.csv.gz";
  private static final String MAPPING = "uci-online-retail";
  private static final List<String> COUNTS =
      List.of(
          "rowsRead",
          "accepted",
          "repaired",
          "flagged",
          "duplicates",
          "quarantined",
          "leftOut",
          "records");

  @Test
  void theInterfaceTheCommandAndTheWizardCountTheSame(ShopServer shop) throws Exception {
    Path file = RealData.require(FILE);
    var expected = InvoiceCounts.of(file);
    assertThat(expected.lines).isEqualTo(541_909);
    var runner = new ImportRunner(shop);

    Map<String, JsonNode> first = runner.byMapping(file, MAPPING);
    assertCounts(first, expected);
    assertOrders(shop, expected);

    runner.undo(first.get("PRODUCTS").path("batchId").asLong());
    assertThat(shop.api().get("products/85123A").status()).isEqualTo(404);
    assertThat(shop.api().get("orders/536365").status()).isEqualTo(404);
    assertThat(shop.api().get("customers/17850").status()).isEqualTo(404);

    long begin = System.nanoTime();
    Map<String, JsonNode> second = byCommand(shop, file);
    runner.report("the same by the command", second, (System.nanoTime() - begin) / 1e9);
    assertCounts(second, expected);
    assertOrders(shop, expected);
    assertSame(second, first);

    runner.undo(second.get("PRODUCTS").path("batchId").asLong());
    Map<String, JsonNode> third = runner.byWizard(file, MAPPING);
    assertCounts(third, expected);
    assertOrders(shop, expected);
    assertSame(third, first);
  }

  private static void assertSame(Map<String, JsonNode> parts, Map<String, JsonNode> others) {
    for (String kind : others.keySet()) {
      for (String count : COUNTS) {
        assertThat(parts.get(kind).path(count).asLong())
            .as(kind + " " + count)
            .isEqualTo(others.get(kind).path(count).asLong());
      }
    }
  }

  private static Map<String, JsonNode> byCommand(ShopServer shop, Path file) {
    var out = new StringWriter();
    int status =
        ShopkeeperCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(
                "import",
                "all",
                file.toString(),
                "--mapping",
                MAPPING,
                "--json",
                "--data",
                shop.folder().toString());
    assertThat(status).as(out.toString()).isZero();
    var parts = new HashMap<String, JsonNode>();
    out.toString()
        .lines()
        .map(ImportRunner::parse)
        .forEach(part -> parts.put(part.path("kind").asText(), part));
    return parts;
  }

  private static void assertCounts(Map<String, JsonNode> parts, InvoiceCounts expected) {
    assertThat(parts.keySet())
        .containsExactlyInAnyOrder("PRODUCTS", "CUSTOMERS", "ORDERS", "EVENTS");
    assertPart(parts.get("PRODUCTS"), expected.lines, expected.productLines, 0);
    assertPart(parts.get("CUSTOMERS"), expected.lines, expected.customerLines, 0);
    assertPart(parts.get("ORDERS"), expected.lines, expected.orderLines, expected.brokenOrderLines);
    assertPart(parts.get("EVENTS"), expected.lines, expected.eventLines, 0);
    assertThat(records(parts, "PRODUCTS")).isEqualTo(expected.products.size());
    assertThat(records(parts, "CUSTOMERS")).isEqualTo(expected.customers.size());
    assertThat(records(parts, "ORDERS"))
        .isEqualTo(expected.orders.size() - expected.brokenOrders.size());
    assertThat(records(parts, "EVENTS")).isEqualTo(expected.eventLines);
  }

  private static void assertPart(JsonNode part, long lines, long wanted, long quarantined) {
    String kind = part.path("kind").asText();
    long stored = part.path("accepted").asLong() + part.path("repaired").asLong();
    assertThat(part.path("rowsRead").asLong()).as(kind + " read").isEqualTo(wanted);
    assertThat(part.path("leftOut").asLong()).as(kind + " left out").isEqualTo(lines - wanted);
    assertThat(part.path("quarantined").asLong()).as(kind + " set aside").isEqualTo(quarantined);
    assertThat(stored).as(kind + " stored").isEqualTo(wanted - quarantined);
    assertThat(part.path("duplicates").asLong()).as(kind + " known").isZero();
  }

  private static long records(Map<String, JsonNode> parts, String kind) {
    return parts.get(kind).path("records").asLong();
  }

  /** The data itself, looked at for one customer. */
  private static void assertOrders(ShopServer shop, InvoiceCounts expected) {
    JsonNode orders = shop.api().get("orders?customer=17850&n=500").json();
    assertThat(orders).hasSize(expected.ordersOf.get("17850").size());
    JsonNode order = shop.api().get("orders/536365").json();
    assertThat(order.path("lines")).hasSize(expected.orders.get("536365").intValue());
    assertThat(order.path("currency").asText()).isEqualTo("GBP");
    assertThat(order.path("placedAt").asText()).isEqualTo("2010-12-01T08:26:00Z");
  }
}
