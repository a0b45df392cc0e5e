package io.shopkeeper.integration.browser.page;

import io.shopkeeper.integration.browser.Browser;

/** All data sets, and the ways in for a new one. */
public final class DataSetsPage extends ConsolePage {

  DataSetsPage(Browser browser) {
    super(browser);
  }

  /** Goes there. */
  public static DataSetsPage open(Browser browser) {
    browser.open("/console/data-sets");
    return new DataSetsPage(browser);
  }

  /**
   * Makes a table from the shop.
   *
   * @param goal such as {@code LEAVES}
   */
  public JobPage make(String name, String goal, String days, String periods) {
    fill(name, goal, days, periods);
    browser.follow("[id='shop:make']");
    return new JobPage(browser);
  }

  /** Fills the form, without sending it. */
  public DataSetsPage fill(String name, String goal, String days, String periods) {
    browser.type(browser.find("[id='shop:name']"), name);
    browser.choose(browser.find("[id='shop:goal']"), goal);
    browser.type(browser.find("[id='shop:days']"), days);
    browser.type(browser.find("[id='shop:periods']"), periods);
    return this;
  }
}
