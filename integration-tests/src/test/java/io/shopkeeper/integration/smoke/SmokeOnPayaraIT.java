package io.shopkeeper.integration.smoke;

import io.shopkeeper.integration.server.PayaraServer;
import io.shopkeeper.integration.server.ShopApi;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same EAR, without a change, on Payara: {@code ./shopkeeper test --payara}. */
@Tag("payara")
class SmokeOnPayaraIT extends SmokeSuite {

  private static PayaraServer server;

  @BeforeAll
  static void start() {
    server = PayaraServer.start(Path.of("target", "shops", "payara").toAbsolutePath());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void listensToThisMachineOnly() {
    server.requireLoopbackOnly();
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
