package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions are promoted and rolled back under load: no request fails, and each has an answer. */
class HotSwapIT {

  private static final int ASKERS = 4;
  private static final int SWAPS = 40;

  @TempDir private Path folder;

  @Test
  void noRequestFailsWhileVersionsAreSwapped() throws Exception {
    try (ShopServer shop =
        ShopServer.start(folder, Map.of("SHOPKEEPER_RATE_PER_SECOND", "100000"))) {
      ShopApi api = shop.api();
      TinyShop.fill(api);
      TinyShop.train(api, "popularity");
      TinyShop.train(api, "item-neighbours-cosine");
      Queue<String> failures = new ConcurrentLinkedQueue<>();
      Set<Integer> served = ConcurrentHashMap.newKeySet();
      AtomicLong answers = new AtomicLong();
      AtomicBoolean enough = new AtomicBoolean();
      try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
        List<Future<?>> load = new ArrayList<>();
        for (int asker = 0; asker < ASKERS; asker++) {
          String customer = "c-" + asker;
          load.add(
              askers.submit(
                  () -> {
                    ShopApi own = shop.api();
                    while (!enough.get()) {
                      ask(own, customer, failures, served);
                      answers.incrementAndGet();
                    }
                  }));
        }
        swap(api);
        enough.set(true);
        for (Future<?> each : load) {
          each.get();
        }
      }
      assertThat(failures).as("of %d requests", answers.get()).isEmpty();
      assertThat(answers.get()).isGreaterThan(SWAPS);
      assertThat(served).as("versions that answered").containsExactlyInAnyOrder(1, 2);
    }
  }

  private static void swap(ShopApi api) {
    for (int i = 0; i < SWAPS; i++) {
      Answer answer =
          i % 2 == 0
              ? api.post("models/recommendation/versions/2:promote", "{\"reason\":\"swap\"}")
              : api.post("models/recommendation:rollback", "{\"reason\":\"swap\"}");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().path("version").asInt()).isEqualTo(i % 2 == 0 ? 2 : 1);
    }
  }

  private static void ask(
      ShopApi api, String customer, Queue<String> failures, Set<Integer> served) {
    Answer answer = api.get("recommendations?customer=" + customer + "&n=5");
    JsonNode json = answer.status() == 200 ? answer.json() : null;
    if (json == null) {
      failures.add(answer.status() + " " + answer.text());
    } else if ("no_model".equals(json.path("fallbackReason").asText())) {
      failures.add("no model: " + answer.text());
    } else if (json.path("modelVersion").isInt()) {
      served.add(json.path("modelVersion").asInt());
    } else {
      failures.add("no version: " + answer.text());
    }
  }
}
