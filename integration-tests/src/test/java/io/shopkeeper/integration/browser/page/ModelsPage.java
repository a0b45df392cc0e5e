package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;

/** The versions of the recommendation model. */
public final class ModelsPage extends ConsolePage {

  private ModelsPage(Browser browser) {
    super(browser);
  }

  /** Goes there. */
  public static ModelsPage open(Browser browser) {
    browser.open("/console/models");
    return new ModelsPage(browser);
  }

  /** Starts a training as the algorithm usually is. */
  public JobPage train(String algorithm) {
    return form(algorithm).start();
  }

  /** Goes to the form of a training. */
  public TrainPage form(String algorithm) {
    browser.follow("main .head a[href^='train?']");
    return new TrainPage(browser).choose(algorithm);
  }

  /** The newest version. */
  public VersionPage newest() {
    browser.follow("a[href^='version?']");
    return new VersionPage(browser);
  }

  /** Lets the version before serve again. */
  public ModelsPage rollBack() {
    browser.find("[data-opens='rollback-dialog']").click();
    browser.find("[id='back:reason']").sendKeys("It was better before.");
    browser.follow("[id='back:rollback']");
    return new ModelsPage(browser);
  }

  /** The number of the version that serves. */
  public int live() {
    return Integer.parseInt(
        browser.all("tr").stream()
            .filter(
                row ->
                    !row.findElements(org.openqa.selenium.By.cssSelector(".badge.live")).isEmpty())
            .findFirst()
            .orElseThrow()
            .findElement(org.openqa.selenium.By.tagName("a"))
            .getText()
            .substring(1));
  }
}
