package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import org.openqa.selenium.WebElement;

/** One version of a model. */
public final class VersionPage extends ConsolePage {

  VersionPage(Browser browser) {
    super(browser);
  }

  /** Goes to a version of a model. */
  public static VersionPage open(Browser browser, String model, int version) {
    browser.open("/console/version?name=%s&version=%d".formatted(model, version));
    return new VersionPage(browser);
  }

  /** Lets it serve. */
  public VersionPage promote() {
    browser.find("[data-opens='promote-dialog']").click();
    browser.find("[id='up:reason']").sendKeys("It is better.");
    browser.all("[id='up:overGate']").forEach(WebElement::click);
    browser.follow("[id='up:promote']");
    return new VersionPage(browser);
  }

  /** Which version it is. */
  public int number() {
    return Integer.parseInt(browser.find("h1").getText().replaceAll("(?s).* v(\\d+).*", "$1"));
  }

  /** Its stage, in words. */
  public String stage() {
    return browser.find("h1 .badge").getText();
  }
}
