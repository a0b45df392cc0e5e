package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;

/** One job, live. */
public final class JobPage extends ConsolePage {

  JobPage(Browser browser) {
    super(browser);
  }

  /** Waits until the page itself says that the job succeeded. */
  public JobPage awaitSuccess() {
    browser.awaitText("main .head .badge", "Succeeded");
    return this;
  }
}
