package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of an import. */
public final class ImportReportPage extends ConsolePage {

  ImportReportPage(Browser browser) {
    super(browser);
    browser.awaitText("main .badge", "Done");
  }

  /** The figures by their names. */
  public Map<String, String> figures() {
    return browser.all(".figures li").stream()
        .collect(
            Collectors.toMap(
                figure -> browser.find(figure, ".quiet-text").getText(),
                figure -> browser.find(figure, ".value").getText()));
  }

  /** Goes to the rows that were set aside. */
  public QuarantinePage mend() {
    browser.follow(browser.find("a[href^='quarantine?import=']"));
    return new QuarantinePage(browser);
  }
}
