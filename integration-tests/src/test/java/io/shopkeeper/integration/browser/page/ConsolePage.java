package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;

/** What every page of the console has. */
public class ConsolePage {

  final Browser browser;

  ConsolePage(Browser browser) {
    this.browser = browser;
    browser.find(".rail");
  }

  /** Goes to a page by its name, such as {@code models}; the overview for an empty one. */
  public static ConsolePage open(Browser browser, String name) {
    browser.open("/console/" + name);
    return new ConsolePage(browser);
  }

  /** What the page calls itself. */
  public String heading() {
    return browser.find("main h1").getText();
  }

  /** What came of the last act. */
  public String message() {
    return browser.find("#messages .notice").getText();
  }

  /** The language of the page. */
  public String language() {
    return browser.find("html").getAttribute("lang");
  }

  /** Switches to the other language. */
  public ConsolePage switchLanguage() {
    browser.follow(".line button[name=lang]");
    return new ConsolePage(browser);
  }

  /** Switches between light and dark. */
  public ConsolePage switchTheme() {
    browser.follow(".line button[name=theme]");
    return new ConsolePage(browser);
  }

  /** The theme that was chosen. */
  public String theme() {
    return browser.find("html").getAttribute("data-theme");
  }

  /** Ends the session. */
  public SignInPage signOut() {
    browser.follow("[id='leave:out']");
    return new SignInPage(browser);
  }
}
