package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import org.openqa.selenium.Keys;

/** The door of the console. */
public final class SignInPage {

  private final Browser browser;

  SignInPage(Browser browser) {
    this.browser = browser;
    browser.find(".door");
  }

  /** Comes to the door by asking for the console. */
  public static SignInPage open(Browser browser) {
    browser.open("/console/");
    return new SignInPage(browser);
  }

  /** Signs in. */
  public ConsolePage enter(String username, String password) {
    send(username, password);
    return new ConsolePage(browser);
  }

  /** Tries to sign in and stays outside. */
  public SignInPage refused(String username, String password) {
    send(username, password);
    return new SignInPage(browser);
  }

  private void send(String username, String password) {
    browser.type(browser.find("[id='door:username']"), username);
    browser.type(browser.find("[id='door:password']"), password);
    browser.follow("[id='door:enter']");
  }

  /** Signs in without touching a mouse: the first field has the focus. */
  public ConsolePage enterByKeyboard(String username, String password) {
    browser.press(username, Keys.TAB);
    browser.press(password, Keys.ENTER);
    return new ConsolePage(browser);
  }

  /** The field that has the focus. */
  public String focusedField() {
    return browser.focused().getAttribute("id");
  }

  /** Why one may not come in. */
  public String complaint() {
    return browser.find(".door .notice").getText();
  }

  /** What is wrong with a field. */
  public String fault() {
    return browser.find(".door .fault").getText();
  }
}
