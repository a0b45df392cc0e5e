package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.ConsolePage;
import io.shopkeeper.integration.browser.page.ListPage;
import io.shopkeeper.integration.browser.page.ModelsPage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Finding one's way: search, lists, notifications, keys. */
class ConsoleFrameIT extends BrowserSuite {

  @BeforeEach
  void comeIn() {
    signIn();
  }

  @Test
  void theSearchFindsAndOpensByKeyboardAlone() {
    browser().chord("k");
    browser().press("knife-1");
    browser().find("#find-hits [role=option]");
    WebElement page = browser().find("html");
    browser().press(Keys.ENTER);
    browser().awaitGone(page);
    assertThat(browser().address()).isEqualTo("/console/product?id=knife-1");
    assertThat(trail()).containsExactly("Data", "Products");
  }

  @Test
  void theSearchFindsCustomersModelsAndPages() {
    assertThat(found("c-0001")).contains("Customers");
    assertThat(found("recommendation v1")).contains("Models");
    assertThat(found("quarantine")).contains("Pages");
    assertThat(found("no such thing at all")).isEmpty();
  }

  private List<String> found(String text) {
    ConsolePage.open(browser(), "");
    browser().chord("k");
    String before = browser().find("#find-word").getText();
    browser().press(text);
    browser()
        .await(
            "an answer of the search",
            () -> !browser().find("#find-word").getText().equals(before));
    return browser().all(".find-group").stream().map(WebElement::getText).toList();
  }

  private List<String> trail() {
    return browser().all(".crumbs a").stream().map(WebElement::getText).toList();
  }

  @Test
  void aListIsFilteredSortedAndTurned() {
    ListPage purchases = ListPage.open(browser(), "events").choose("type", "PURCHASE");
    assertThat(purchases.rows()).isEqualTo(50);
    assertThat(purchases.column(2)).containsOnly("Purchases");
    assertThat(browser().address()).isEqualTo("/console/events?type=PURCHASE");
    List<String> first = purchases.column(5);
    ListPage second = purchases.next();
    assertThat(second.column(5)).isNotEqualTo(first);
    assertThat(second.previous().column(5)).isEqualTo(first);
    ListPage oldest = ListPage.open(browser(), "products").sort("Price");
    assertThat(oldest.column(6))
        .isSortedAccordingTo((a, b) -> Double.compare(number(a), number(b)));
  }

  private static double number(String price) {
    return Double.parseDouble(price.replaceAll("[^0-9.]", ""));
  }

  @Test
  void aViewIsSavedAndSharedByItsAddress() {
    ListPage list = ListPage.open(browser(), "products").filter("text", "tea").saveView("Tea");
    assertThat(list.message()).contains("Tea");
    assertThat(ListPage.open(browser(), "products").views()).contains("Tea");
    browser().follow(browser().find(".tag.view a"));
    assertThat(browser().address()).isEqualTo("/console/products?text=tea");
  }

  @Test
  void manyProductsGoOffSaleAndComeBack() {
    ListPage done = ListPage.open(browser(), "products?sort=id").bulk(2, "withdraw");
    assertThat(done.toast()).isEqualTo("2 products are off sale.");
    assertThat(done.column(8)).startsWith("Off sale", "Off sale", "On sale");
    ListPage back = done.undo();
    assertThat(back.message()).isEqualTo("Taken back.");
    assertThat(back.column(8)).startsWith("On sale", "On sale", "On sale");
  }

  @Test
  void theWholeListComesAsATable() {
    ListPage list = ListPage.open(browser(), "products").filter("text", "knife");
    String csv =
        (String)
            browser()
                .script(
                    "const answer = new XMLHttpRequest(); answer.open('GET', arguments[0], false);"
                        + " answer.send(); return answer.responseText",
                    list.csv());
    assertThat(csv).startsWith("Id,Title,");
    assertThat(csv.lines()).hasSize(list.rows() + 1);
  }

  @Test
  void theBellTellsOfAJobThatIsDone() {
    ModelsPage.open(browser()).train("popularity").awaitSuccess();
    ConsolePage.open(browser(), "notices");
    assertThat(browser().find(".notes").getText()).contains("is done").contains("waits");
    browser().follow(browser().find("button[name=readAll]"));
    assertThat(browser().all(".bell-count")).isEmpty();
    assertThat(browser().all(".notes .new")).isEmpty();
  }

  @Test
  void keysLeadThroughTheConsole() {
    browser().press("?");
    assertThat(browser().find("#keys").getText()).contains("Keyboard shortcuts");
    browser().press(Keys.ESCAPE);
    WebElement page = browser().find("html");
    browser().press("g");
    browser().press("m");
    browser().awaitGone(page);
    assertThat(browser().path()).isEqualTo("/console/models");
  }
}
