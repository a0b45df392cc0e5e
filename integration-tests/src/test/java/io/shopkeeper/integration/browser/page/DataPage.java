package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.nio.file.Path;

/** Where files are brought in. */
public final class DataPage extends ConsolePage {

  private DataPage(Browser browser) {
    super(browser);
  }

  /** Goes there. */
  public static DataPage open(Browser browser) {
    browser.open("/console/data");
    return new DataPage(browser);
  }

  /** Imports a file and waits for the end of it. */
  public ImportReportPage upload(String kind, Path file) {
    return look(file).as(kind).run();
  }

  /** Goes on to what the columns of a file mean. */
  public ImportFilePage look(Path file) {
    browser.find("[id='upload:file']").sendKeys(file.toAbsolutePath().toString());
    browser.follow("[id='upload:send']");
    return new ImportFilePage(browser);
  }
}
