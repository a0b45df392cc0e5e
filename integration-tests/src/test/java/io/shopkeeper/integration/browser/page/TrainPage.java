package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import org.openqa.selenium.WebElement;

/** The form of a training. */
public final class TrainPage extends ConsolePage {

  TrainPage(Browser browser) {
    super(browser);
  }

  /** Goes to the form of a model with an algorithm. */
  public static TrainPage open(Browser browser, String model, String algorithm) {
    browser.open("/console/train?name=" + model + "&algorithm=" + algorithm);
    return new TrainPage(browser);
  }

  /** Chooses how it is measured. */
  public TrainPage evaluation(String way) {
    browser.choose(browser.find("#evaluation"), way);
    return this;
  }

  /** Chooses an algorithm. */
  public TrainPage choose(String algorithm) {
    browser.follow(browser.find(".train-list a[href$='algorithm=" + algorithm + "']"));
    return new TrainPage(browser);
  }

  /** Chooses a preset of it. */
  public TrainPage preset(String preset) {
    browser.follow(browser.find(".train-presets a[href$='preset=" + preset + "']"));
    return new TrainPage(browser);
  }

  /** Types into a field. */
  public TrainPage set(String option, String value) {
    browser.type(field(option), value);
    return this;
  }

  /** What a field holds. */
  public String value(String option) {
    return field(option).getAttribute("value");
  }

  /** What is wrong with a field; empty where nothing is. */
  public String fault(String option) {
    return browser.find("[id='o." + option + "-fault']").getText();
  }

  /** Puts a field back as the preset has it. */
  public TrainPage back(String option) {
    browser.find(".train-field:has([id='o." + option + "']) [data-back]").click();
    return this;
  }

  /** Lets a search choose the options. */
  public TrainPage searching() {
    browser.find("#tuning").click();
    return this;
  }

  /** Whether the search may change an option. */
  public TrainPage search(String option, boolean wanted) {
    WebElement box = browser.find("[id='s." + option + "']");
    if (box.isSelected() != wanted) {
      box.click();
    }
    return this;
  }

  /** Where the search looks. */
  public TrainPage range(String option, String least, String most) {
    browser.type(browser.find("[name='s.least." + option + "']"), least);
    browser.type(browser.find("[name='s.most." + option + "']"), most);
    return this;
  }

  /** How many trials the search makes. */
  public TrainPage trials(String count) {
    browser.type(browser.find("#trials"), count);
    return this;
  }

  /** Presses the button where the page finds something wrong. */
  public TrainPage refused() {
    browser.find("[id='t:go']").click();
    return this;
  }

  /** Starts it. */
  public JobPage start() {
    browser.follow(browser.find("[id='t:go']"));
    return new JobPage(browser);
  }

  private WebElement field(String option) {
    return browser.find("[id='o." + option + "']");
  }
}
