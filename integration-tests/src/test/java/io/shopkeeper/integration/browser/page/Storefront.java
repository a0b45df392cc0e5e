package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import org.openqa.selenium.support.ui.Select;

/** The demo shop as a visitor sees it. */
public final class Storefront {

  private final Browser browser;

  private Storefront(Browser browser) {
    this.browser = browser;
    browser.find("header.top");
  }

  /** Goes to its first page. */
  public static Storefront open(Browser browser) {
    browser.open("/");
    return new Storefront(browser);
  }

  /** Looks through a demo customer's eyes. */
  public Storefront seeAs(String customer) {
    new Select(browser.find("#customer")).selectByValue(customer);
    browser.follow(".who form button");
    return new Storefront(browser);
  }

  /** Addresses of what is recommended, best first. */
  public List<String> recommended() {
    return browser.all("section[aria-labelledby=for-you] a.card").stream()
        .map(card -> card.getAttribute("href"))
        .toList();
  }

  /** What is said of the model that answered. */
  public String model() {
    return browser.find("section[aria-labelledby=for-you] .quiet-text").getText();
  }

  /** What the page says about a recommended product. */
  public String why() {
    return browser.find("section[aria-labelledby=for-you] .why").getText();
  }

  /** Switches to the other language. */
  public Storefront switchLanguage() {
    browser.follow(".tools button[name=lang]");
    return new Storefront(browser);
  }

  /** The language of the page. */
  public String language() {
    return browser.find("html").getAttribute("lang");
  }

  /** The heading of the recommendations. */
  public String forYou() {
    return browser.find("#for-you").getText();
  }

  /** Opens the chat. */
  public ChatWidget chat() {
    return ChatWidget.open(browser);
  }

  /** Puts a product into the cart. */
  public Storefront buy(String product) {
    browser.open("/product?id=" + product);
    browser.follow("[id='buy:add']");
    return new Storefront(browser);
  }
}
