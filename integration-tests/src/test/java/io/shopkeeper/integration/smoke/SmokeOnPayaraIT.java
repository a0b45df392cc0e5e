package io.shopkeeper.integration.smoke;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Collector;
import io.shopkeeper.integration.server.PayaraServer;
import io.shopkeeper.integration.server.ShopApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same EAR, without a change, on Payara: {@code ./shopkeeper test --payara}. */
@Tag("payara")
class SmokeOnPayaraIT extends SmokeSuite {

  private static Collector collector;
  private static PayaraServer server;

  @BeforeAll
  static void start() {
    collector = Collector.start();
    server =
        PayaraServer.start(
            Path.of("target", "shops", "payara").toAbsolutePath(),
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.address(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "200"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    collector.close();
  }

  @Test
  void listensToThisMachineOnly() {
    server.requireLoopbackOnly();
  }

  @Test
  void sendsTraces() {
    api().get("health");
    Await.until(
        "a trace", Duration.ofMinutes(1), () -> collector.received().contains("HealthResource"));
  }

  @Override
  URI base() {
    return server.base();
  }

  @Override
  ShopApi api() {
    return server.api();
  }

  @Override
  String administratorPassword() {
    return PayaraServer.ADMINISTRATOR_PASSWORD;
  }
}
