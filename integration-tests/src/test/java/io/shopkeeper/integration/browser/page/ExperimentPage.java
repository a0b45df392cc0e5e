package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;
import java.util.List;
import org.openqa.selenium.WebElement;

/** One experiment: its draft, its figures, and its end. */
public final class ExperimentPage extends ConsolePage {

  private ExperimentPage(Browser browser) {
    super(browser);
  }

  /** Begins a draft at a placement, from the list. */
  public static ExperimentPage begin(Browser browser, String placement) {
    browser.open("/console/experiments");
    browser.choose(browser.find("#placement"), placement);
    browser.follow("#begin button");
    return new ExperimentPage(browser);
  }

  /** Goes to one by its name. */
  public static ExperimentPage open(Browser browser, String name) {
    browser.open("/console/experiment?name=" + name);
    return new ExperimentPage(browser);
  }

  /** Types into a field of the draft. */
  public ExperimentPage fill(String field, String text) {
    browser.type(browser.find("[name='" + field + "']"), text);
    return this;
  }

  /** What is wrong with a field; empty where nothing is. */
  public String fault(String field) {
    return browser.find("[id='" + field + "-fault']").getText();
  }

  /** Keeps the draft. */
  public ExperimentPage save() {
    browser.follow(".panel button[name=do][value=save]");
    return new ExperimentPage(browser);
  }

  /** Starts it, and confirms that. */
  public ExperimentPage start() {
    browser.find("[data-opens=start-dialog]").click();
    browser.follow("#start-dialog button[name=do][value=start]");
    return new ExperimentPage(browser);
  }

  /** Lets another share of the visitors take part. */
  public ExperimentPage ramp(String percent) {
    browser.type(browser.find("#ramp"), percent);
    browser.follow("button[name=do][value=ramp]");
    return new ExperimentPage(browser);
  }

  /** Stops it and publishes an arm. */
  public ExperimentPage publish(String arm, String note) {
    browser.find("[data-opens=stop-dialog]").click();
    browser.find("#stop-dialog input[value='arm:" + arm + "']").click();
    browser.type(browser.find("#stop-note"), note);
    browser.follow("#stop-dialog button[name=do][value=stop]");
    return new ExperimentPage(browser);
  }

  /** Draft, running or stopped. */
  public String state() {
    return browser.find("#state").getText();
  }

  /** What it says, or what was decided. */
  public String verdict() {
    return browser.find("#verdict").getText();
  }

  /** The figures, a line for each arm. */
  public List<String> arms() {
    return texts("#figures tbody tr");
  }

  /** How the arms do beside the control, a line for each metric. */
  public List<String> lifts() {
    return texts("#lifts tbody tr");
  }

  private List<String> texts(String css) {
    return browser.all(css).stream().map(WebElement::getText).toList();
  }
}
