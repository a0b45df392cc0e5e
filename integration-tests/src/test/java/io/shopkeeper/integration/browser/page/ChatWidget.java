package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

/** The chat in the corner. */
public final class ChatWidget {

  private final Browser browser;
  private final SearchContext root;

  private ChatWidget(Browser browser) {
    this.browser = browser;
    this.root = browser.find("#shopkeeper-chat").getShadowRoot();
  }

  /** Opens it by its launcher, unless it was left open, and waits for the greeting. */
  public static ChatWidget open(Browser browser) {
    var chat = new ChatWidget(browser);
    browser.find(chat.root, ".panel");
    WebElement launcher = browser.find(chat.root, ".launcher");
    if (launcher.isDisplayed()) {
      launcher.click();
    }
    chat.awaitAnswers(1);
    return chat;
  }

  /** Says something and waits for the answer. */
  public String ask(String text) {
    int before = answers().size();
    browser.find(root, "textarea").sendKeys(text, Keys.ENTER);
    awaitAnswers(before + 1);
    return answers().getLast();
  }

  /** What the assistant said so far. */
  public List<String> answers() {
    return root.findElements(By.cssSelector(".message.assistant:not(.dots)")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private void awaitAnswers(int count) {
    browser.await("answer " + count, () -> answers().size() >= count && !writing());
  }

  private boolean writing() {
    return !root.findElements(By.cssSelector(".dots")).isEmpty();
  }

  /** Closes it by the keyboard. */
  public void close() {
    browser.find(root, "textarea").sendKeys(Keys.ESCAPE);
    browser.await("closed chat", () -> browser.find(root, ".launcher").isDisplayed());
  }
}
