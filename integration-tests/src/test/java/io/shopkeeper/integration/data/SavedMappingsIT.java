package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Data sets that come in by the mappings that come with the product. */
@Tag("data")
@ExtendWith(RunningShop.OnH2.class)
class SavedMappingsIT {

  @Test
  void theCompleteJourney(ShopServer shop) {
    var runner = new ImportRunner(shop);
    Map<String, JsonNode> products =
        runner.byMapping(RealData.require("complete-journey/products.csv.gz"), "complete-journey");
    assertThat(products.keySet()).containsExactly("PRODUCTS");
    assertAccounted(products.get("PRODUCTS"), 92_331);
    Map<String, JsonNode> baskets =
        runner.byMapping(
            RealData.require("complete-journey/transactions_sample.csv.gz"), "complete-journey");
    assertThat(baskets.keySet()).containsExactlyInAnyOrder("CUSTOMERS", "ORDERS", "EVENTS");
    baskets.values().forEach(part -> assertAccounted(part, 75_000));
    assertThat(baskets.get("CUSTOMERS").path("records").asLong()).isEqualTo(2377);
  }

  private static void assertAccounted(JsonNode part, long rows) {
    long read = part.path("rowsRead").asLong();
    assertThat(read + part.path("leftOut").asLong()).isEqualTo(rows);
    assertThat(
            part.path("accepted").asLong()
                + part.path("repaired").asLong()
                + part.path("duplicates").asLong()
                + part.path("quarantined").asLong())
        .isEqualTo(read);
    assertThat(part.path("quarantined").asLong()).as(part.toString()).isLessThan(read / 50);
  }
}
