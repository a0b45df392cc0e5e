package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openqa.selenium.WebElement;

/** Rows that were set aside. */
public final class QuarantinePage extends ConsolePage {

  QuarantinePage(Browser browser) {
    super(browser);
  }

  /** Why each row is here. */
  public List<String> faults() {
    return browser.all("article .faults li, article .field:has(.error)").stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Corrects the first cell that is wrong and tries it again. */
  public QuarantinePage mendFirst(UnaryOperator<String> correction) {
    WebElement box = browser.find("article [aria-invalid=true]");
    browser.type(box, correction.apply(box.getAttribute("value")));
    browser.follow(browser.find("article button[name=mend]"));
    return new QuarantinePage(browser);
  }
}
