package io.shopkeeper.integration.browser;

import io.shopkeeper.integration.browser.page.ConsolePage;
import io.shopkeeper.integration.browser.page.SignInPage;
import io.shopkeeper.integration.browser.page.Storefront;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A demo shop with trained models, and a fresh browser for each test. */
@ExtendWith({BrowserPresent.class, RunningShop.OnDemo.class})
abstract class BrowserSuite {

  private ShopServer shop;
  private Browser browser;

  /** Keeps a picture of what the browser showed when a test failed. */
  @RegisterExtension
  final org.junit.jupiter.api.extension.AfterTestExecutionCallback onFailure =
      context -> context.getExecutionException().ifPresent(problem -> keepPicture(context));

  @BeforeEach
  void openBrowser(ShopServer running) {
    shop = running;
    browser = Browser.start(running.base());
    browser.look(Look.DESK);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  private void keepPicture(ExtensionContext context) {
    String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
    browser.picture(Path.of("target", "browser", name.replaceAll("[^\\w-]+", "-") + ".png"), false);
  }

  Browser browser() {
    return browser;
  }

  ShopServer shop() {
    return shop;
  }

  /** The overview, signed in as administrator. */
  ConsolePage signIn() {
    return SignInPage.open(browser).enter("admin", shop.administratorPassword());
  }

  /** The shop's first page. */
  Storefront storefront() {
    return Storefront.open(browser);
  }
}
