package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import org.openqa.selenium.support.ui.Select;

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

  /** Starts a training. */
  public JobPage train(String algorithm) {
    new Select(browser.find("[id='train:algorithm']")).selectByValue(algorithm);
    browser.follow("[id='train:go']");
    return new JobPage(browser);
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
