package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is started anew below a server that runs: the server finds back to it by itself. */
class DatabaseRestartIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int TOGETHER = 24;

  @TempDir private Path folder;

  @Test
  void theServerGoesOnWithItsDatabase() throws InterruptedException {
    try (Database database = Database.startIn(folder.resolve("postgres"));
        ShopServer shop = ShopServer.start(folder.resolve("shop"), database.environment())) {
      ShopApi api = shop.api();
      TinyShop.fill(api);
      assertThat(writeTogether(api, 0)).as("many connections are open").containsOnly(202);
      database.stop();
      assertThat(api.get("products/p-1").status()).isEqualTo(503);
      assertThat(isUp(api)).isFalse();
      database.startAgain();
      Await.until("database that is seen again", SOON, () -> isUp(api));
      assertThat(writeTogether(api, 1)).containsOnly(202);
      assertThat(writeTogether(api, 2)).containsOnly(202);
    }
  }

  private static boolean isUp(ShopApi api) {
    return api.get("health").status() == 200;
  }

  private static List<Integer> writeTogether(ShopApi api, int round) throws InterruptedException {
    List<Callable<Integer>> writing =
        IntStream.range(0, TOGETHER)
            .<Callable<Integer>>mapToObj(
                number -> () -> api.post("events", event(round, number)).status())
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
      return threads.invokeAll(writing).stream().map(Future::resultNow).toList();
    }
  }

  private static String event(int round, int number) {
    return """
        [{"eventId":"restart-%d-%d","type":"view","customerId":"c-%d","productId":"p-1",
          "channel":"web","time":"2026-11-20T10:00:00Z"}]"""
        .formatted(round, number, number);
  }
}
