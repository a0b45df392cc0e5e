package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application comes and goes three times in one process, native libraries included. */
class RedeployIT {

  private static final int TIMES = 3;

  @TempDir private Path folder;

  @Test
  void computesTheSameWayAfterEach() {
    try (ShopServer shop = ShopServer.start(folder, Map.of())) {
      ShopApi api = shop.api();
      TinyShop.fill(api);
      TinyShop.train(api, "item-neighbours-cosine");
      JsonNode before = compute(api);
      assertThat(before.path("backends")).hasSize(4);
      for (int i = 0; i < TIMES; i++) {
        shop.redeploy();
        TinyShop.train(api, "item-neighbours-cosine");
        assertThat(loading(compute(api))).isEqualTo(loading(before));
      }
      assertThat(shop.copiesInMemory()).as("applications that are not forgotten").isOne();
      assertThat(api.get("models/recommendation/versions").json()).hasSize(1 + TIMES);
      assertThat(shop.log())
          .doesNotContain("another classloader")
          .doesNotContain("already loaded")
          .doesNotContain("OutOfMemoryError")
          .doesNotContain(" ERROR ");
    }
  }

  private static JsonNode compute(ShopApi api) {
    return api.get("health/details").json().path("report").path("compute");
  }

  /** Which backends load. OpenBLAS may lose the race at one start and win it at the next. */
  private static List<String> loading(JsonNode compute) {
    var loading = new ArrayList<String>();
    for (JsonNode backend : compute.path("backends")) {
      if (backend.path("usable").asBoolean()
          || backend.path("detail").asText().startsWith("loads, but")) {
        loading.add(backend.path("name").asText());
      }
    }
    return loading;
  }
}
