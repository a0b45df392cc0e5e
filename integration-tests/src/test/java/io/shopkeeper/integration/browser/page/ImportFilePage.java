package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.Locale;

/** What the columns of a file mean. */
public final class ImportFilePage extends ConsolePage {

  ImportFilePage(Browser browser) {
    super(browser);
    browser.find("[id='map:run']");
  }

  /** Says what the rows are. */
  public ImportFilePage as(String kind) {
    browser.follow(browser.find("a.chip[href$='kind=" + kind.toLowerCase(Locale.ROOT) + "']"));
    return new ImportFilePage(browser);
  }

  /** Imports and waits for the end of it. */
  public ImportReportPage run() {
    browser.follow("[id='map:run']");
    return new ImportReportPage(browser);
  }

  /** Checks without storing and waits for the report. */
  public ImportReportPage check() {
    browser.follow("[id='map:check']");
    return new ImportReportPage(browser);
  }
}
