package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A long list of the console. */
public final class ListPage extends ConsolePage {

  private ListPage(Browser browser) {
    super(browser);
    browser.find(".ledger");
  }

  /** Goes to a list by the name of its page. */
  public static ListPage open(Browser browser, String name) {
    browser.open("/console/" + name);
    return new ListPage(browser);
  }

  /** The texts of a column, by its place from 1. */
  public List<String> column(int place) {
    return browser.all(".ledger-table tbody td:nth-child(" + place + ")").stream()
        .map(WebElement::getText)
        .toList();
  }

  /** How many rows this page has. */
  public int rows() {
    return browser.all(".ledger-table tbody tr").size();
  }

  /** What is said of the number of rows. */
  public String count() {
    return browser.find(".ledger-foot .quiet-text").getText();
  }

  /** Chooses a value of a filter. */
  public ListPage choose(String filter, String value) {
    Select choice = new Select(browser.find("#filter-" + filter));
    WebElement page = browser.find("html");
    choice.selectByValue(value);
    browser.awaitGone(page);
    return new ListPage(browser);
  }

  /** Types into a filter and sends it. */
  public ListPage filter(String filter, String value) {
    browser.type(browser.find("#filter-" + filter), value);
    browser.follow("form.filters button");
    return new ListPage(browser);
  }

  /** Sorts by a head, by its text. */
  public ListPage sort(String head) {
    browser.follow(
        browser.all(".ledger-table th a").stream()
            .filter(link -> link.getText().startsWith(head))
            .findFirst()
            .orElseThrow());
    return new ListPage(browser);
  }

  /** The next page. */
  public ListPage next() {
    browser.follow("a[rel=next]");
    return new ListPage(browser);
  }

  /** The page before. */
  public ListPage previous() {
    browser.follow("a[rel=prev]");
    return new ListPage(browser);
  }

  /** Keeps what is shown under a name. */
  public ListPage saveView(String name) {
    browser.all(".bar summary").getFirst().click();
    browser.type(browser.find("#view-name"), name);
    browser.follow("button[name=save]");
    return new ListPage(browser);
  }

  /** The names of the saved views. */
  public List<String> views() {
    return browser.all(".tag.view a").stream().map(WebElement::getText).toList();
  }

  /** Ticks the first rows and does something to them. */
  public ListPage bulk(int rows, String act) {
    browser.all(".ledger-table input[name=row]").stream().limit(rows).forEach(WebElement::click);
    browser.follow("button[name=bulk][value=" + act + "]");
    return new ListPage(browser);
  }

  /** What was done and can be taken back. */
  public String toast() {
    return browser.find(".toast span").getText();
  }

  /** Takes it back. */
  public ListPage undo() {
    browser.follow(".toast button");
    return new ListPage(browser);
  }

  /** Where the whole list can be had as a table. */
  public String csv() {
    return browser.find("a[href^='export.csv']").getAttribute("href");
  }
}
