package io.shopkeeper.integration.smoke;

import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningShop.OnH2.class)
class SmokeOnWildFlyIT extends SmokeSuite {

  private ShopServer shop;

  @BeforeEach
  void take(ShopServer running) {
    shop = running;
  }

  @Override
  URI base() {
    return shop.base();
  }

  @Override
  ShopApi api() {
    return shop.api();
  }

  @Override
  String administratorPassword() {
    return shop.administratorPassword();
  }
}
