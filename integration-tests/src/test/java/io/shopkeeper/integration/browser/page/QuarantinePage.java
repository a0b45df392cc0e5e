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
    browser.follow("article button[name=mend]");
    return new QuarantinePage(browser);
  }

  /** Ticks a row, so that what follows is about the ticked ones. */
  public QuarantinePage tick(int row) {
    browser.all("article input[name=pick]").get(row).click();
    return this;
  }

  /** Says what is to become of a field that has a value, and shows what that would do. */
  public QuarantinePage rule(String field, String value, String wanted) {
    browser.open(browser.find("details:has([id='s0.field']) summary"));
    browser.choose(browser.find("[id='s0.field']"), field);
    browser.choose(browser.find("[id='s0.test']"), "EQUALS");
    browser.type(browser.find("[id='s0.value']"), value);
    browser.choose(browser.find("[id='s0.then']"), "SET");
    browser.type(browser.find("[id='s0.to']"), wanted);
    browser.follow("button[name=rule][value=preview]");
    return new QuarantinePage(browser);
  }

  /** What the rule would do, and what would be wrong still. */
  public String promise() {
    return browser.find("form[id=many] details:has([role=status])").getText();
  }

  /** Lets a job do it. */
  public QuarantinePage apply() {
    browser.follow("button[name=rule][value=apply]");
    return new QuarantinePage(browser);
  }
}
