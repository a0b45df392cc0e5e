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

  /** Comes back to a report. */
  public static ImportReportPage open(Browser browser, String address) {
    browser.open(address);
    return new ImportReportPage(browser);
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
    browser.follow("a[href^='quarantine?import=']");
    return new QuarantinePage(browser);
  }

  /** Imports what was only checked, and waits for the end of it. */
  public ImportReportPage importNow() {
    browser.follow("[id='report:run']");
    return new ImportReportPage(browser);
  }

  /** Takes the import back; its job. */
  public JobPage undo() {
    browser.open(browser.find("details:has([id='report:undo']) summary"));
    browser.follow("[id='report:undo']");
    return new JobPage(browser);
  }
}
