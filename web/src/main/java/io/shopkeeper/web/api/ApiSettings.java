package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** What the shop can choose about the interface. */
@WebListener
public class ApiSettings implements ServletContextListener {

  /** Requests a second for each key. */
  static final SettingDefinition RATE =
      SettingDefinition.number("api.rate-per-second", 1, 1_000_000, 1000)
          .overriddenBy("SHOPKEEPER_RATE_PER_SECOND")
          .ownedBy(ApiSettings.class);

  @Inject private Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    settings.offer(RATE);
  }
}
