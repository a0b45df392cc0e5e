package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The recipe of a placement, and its preview. */
public final class PlacementPage extends ConsolePage {

  private static final String SHOWN = "#shown > .traces > li";

  private PlacementPage(Browser browser) {
    super(browser);
    browser.find("#shown");
  }

  /** Goes to one by its name. */
  public static PlacementPage open(Browser browser, String name) {
    browser.open("/console/placement?name=" + name);
    return new PlacementPage(browser);
  }

  /** The page that is open. */
  public static PlacementPage here(Browser browser) {
    return new PlacementPage(browser);
  }

  /** Titles of what the preview shows, in their order. */
  public List<String> shown() {
    return browser.all(SHOWN + " strong").stream().map(WebElement::getText).toList();
  }

  /** Waits until the preview begins with a product. */
  public PlacementPage awaitFirst(String title) {
    browser.await(title + " first", () -> !shown().isEmpty() && shown().getFirst().equals(title));
    return this;
  }

  /** Waits until the preview is for somebody. */
  public PlacementPage previewFor(String customer) {
    WebElement field = browser.find("#customer");
    browser.type(field, customer);
    browser.find(".pick-list:not([hidden]) [role=option]");
    field.sendKeys(Keys.ENTER);
    browser.await("the customer's acts", () -> said().contains("acts are known"));
    return this;
  }

  /** For whom the preview is. */
  public String said() {
    return browser.find("#shown > p").getText();
  }

  /** All steps of a shown product, from 1. */
  public String steps(int place) {
    unfold(SHOWN + ":nth-child(" + place + ") details");
    return browser.find(SHOWN + ":nth-child(" + place + ") .trace-steps").getText();
  }

  /** What is said of the product that was asked about. */
  public String asked() {
    unfold("#asked details");
    return browser.find("#asked .trace-steps").getText();
  }

  /** By script: the line at the top lies over what is scrolled up. */
  private void unfold(String css) {
    browser.script("arguments[0].open = true", browser.find(css));
  }

  /** Adds a rule that pins a product that is found by its title to the first place. */
  public PlacementPage pin(String title) {
    browser.choose(browser.find("#add"), "PIN");
    browser.find("button[name=do][value=add]").click();
    WebElement product = browser.find("[data-opened] [data-pick=products]");
    browser.type(product, title);
    browser.find(".pick-list:not([hidden]) [role=option]");
    product.sendKeys(Keys.ENTER);
    return this;
  }

  /** What a publication would change, in words. */
  public String changes() {
    return browser.find("#state").getText();
  }

  /** Publishes with a note. */
  public PlacementPage publish(String note) {
    browser.type(browser.find("#note"), note);
    browser.follow("button[name=do][value=publish]");
    return new PlacementPage(browser);
  }

  /** Takes the last publication back. */
  public PlacementPage undo() {
    browser.find("[data-opens=undo-dialog]").click();
    browser.follow("#undo-dialog button[name=do][value=undo]");
    return new PlacementPage(browser);
  }

  /** The versions, newest first. */
  public List<String> versions() {
    return browser.all(".versions .version-head").stream().map(WebElement::getText).toList();
  }
}
