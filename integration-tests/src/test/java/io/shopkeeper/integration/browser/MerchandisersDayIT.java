package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.browser.page.ExperimentPage;
import io.shopkeeper.integration.browser.page.PlacementPage;
import io.shopkeeper.integration.server.TriedRecipes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * A merchandiser finds a product, sees why it is shown, pins another, looks at it through a
 * customer's eyes, publishes, sees it in the shop, and takes it back; then tries two recipes
 * against each other, and lets the better one go live.
 */
class MerchandisersDayIT extends BrowserSuite {

  /** The home page again as it came, whatever a test left behind. */
  @AfterEach
  void asItCame() {
    shop().api().post("placements/home:publish", "{\"version\":0}");
  }

  private List<String> home(String customer) {
    return shop()
        .api()
        .get("recommendations?placement=home&customer=" + customer)
        .json()
        .path("items")
        .findValuesAsText("productId");
  }

  private String title(String product) {
    return shop().api().get("products/" + product).json().path("titleEn").asText();
  }

  /** A product that can be bought and that home does not show to a customer. */
  private String another(String customer) {
    List<String> shown = home(customer);
    for (JsonNode product : shop().api().get("products?n=50").json().path("items")) {
      String id = product.path("id").asText();
      boolean bought =
          shop()
              .api()
              .get("recommendations/explanation?customer=" + customer + "&whyNot=" + id)
              .json()
              .path("asked")
              .path("fate")
              .asText()
              .matches("OUTRANKED|NOT_PROPOSED");
      if (bought && !shown.contains(id)) {
        return id;
      }
    }
    throw new AssertionError("home shows all that there is");
  }

  @Test
  void aProductIsPinnedPublishedSeenInTheShopAndTakenBack() {
    String pinned = another(Screen.CUSTOMER);
    List<String> before = home(Screen.CUSTOMER);
    signIn();
    browser().open("/console/product?id=" + before.getFirst());
    browser().follow("a[href^='placement?name=home']");
    PlacementPage page = PlacementPage.here(browser()).previewFor(Screen.CUSTOMER);
    assertThat(page.shown()).startsWith(title(before.getFirst()));
    assertThat(page.steps(1)).contains("of its score and has it on place", "it has place 1");
    assertThat(page.asked()).contains("it has place 1");

    WebElement whyNot = browser().find("#whyNot");
    browser().type(whyNot, pinned);
    whyNot.sendKeys(Keys.TAB);
    browser().awaitText("#asked strong", title(pinned));
    assertThat(page.asked()).containsAnyOf("no source had it", "are shown");

    page.pin(title(pinned)).awaitFirst(title(pinned));
    assertThat(page.said()).as("still for the customer").contains("acts are known");
    assertThat(page.steps(1))
        .contains("Rule 3 put it there: %s on place 1".formatted(title(pinned)));
    assertThat(page.changes()).contains("not published", "Pin a product");
    assertThat(home(Screen.CUSTOMER)).as("nobody gets a draft").isEqualTo(before);

    page = page.publish("for the weekend");
    assertThat(page.message()).contains("is live");
    assertThat(page.versions().getFirst()).contains("live");
    assertThat(storefront().seeAs(Screen.CUSTOMER).recommended().getFirst()).contains(pinned);

    page = PlacementPage.open(browser(), "home").undo();
    assertThat(page.message()).contains("Taken back");
    assertThat(home(Screen.CUSTOMER)).isEqualTo(before);
    assertThat(storefront().recommended().getFirst()).contains(before.getFirst());
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void rulesAreMovedAndRemovedAndWhatIsWrongIsSaidBesideTheField() {
    signIn();
    PlacementPage page = PlacementPage.open(browser(), "cart");
    assertThat(rules()).containsExactly("Hide the cart", "Hide what was bought");
    browser().choose(browser().find("#add"), "CAP");
    browser().find("button[name=do][value=add]").click();
    WebElement most = browser().find("[data-opened] [name='r2.most']");
    assertThat(browser().focused().getAttribute("name")).isEqualTo("r2.trait");
    browser().type(most, "many");
    browser().awaitText("[id='r2.most-fault']", "must be a whole number, but is many");
    assertThat(browser().find("#state .badge").getText()).isEqualTo("cannot be used");
    browser().type(browser().find("[name='r2.most']"), "2");
    browser().awaitText("#r2-says", "at most 2 of one brand");

    browser().find("button[name=do][value='up:2']").click();
    browser().await("the order", () -> rules().get(1).equals("Not too many alike"));
    browser().find("button[name=do][value='remove:0']").click();
    browser().await("one rule less", () -> rules().size() == 2);
    assertThat(rules()).containsExactly("Not too many alike", "Hide what was bought");
    assertThat(page.changes()).contains("Not too many alike", "Hide the cart");
    assertThat(shop().api().get("placements/cart").json().path("placement").path("edition").asInt())
        .as("nothing was kept")
        .isZero();
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void anExperimentIsStartedReadAndStoppedPublishingAnArm() {
    TriedRecipes.placement(shop().api(), "landing-autumn");
    signIn();
    ExperimentPage page =
        ExperimentPage.begin(browser(), "landing-autumn").fill("ramp", "0").fill("window", "day");
    page = page.save();
    assertThat(page.message()).contains("Something is wrong");
    assertThat(page.fault("newName")).contains("small letters");
    assertThat(page.fault("ramp")).contains("above 0");
    assertThat(page.fault("window")).isEqualTo("must be a whole number, but is day");
    assertThat(shop().api().get("experiments/autumn").status()).isEqualTo(404);

    page = page.fill("newName", "autumn").fill("ramp", "100").fill("window", "24");
    page = page.fill("margin.revenue", "5").save();
    assertThat(page.message()).contains("nobody takes part yet");
    assertThat(page.state()).isEqualTo("draft");
    page = page.fill("note", "more clicks").start();
    assertThat(page.message()).contains("It runs");
    assertThat(page.state()).isEqualTo("running");
    assertThat(page.verdict()).contains("Nothing can be said yet about clicks");

    TriedRecipes.visit(shop().api(), "landing-autumn", "autumn");
    page = ExperimentPage.open(browser(), "autumn");
    assertThat(page.arms()).hasSize(2);
    assertThat(page.arms().getFirst()).startsWith("control");
    assertThat(page.lifts()).hasSize(5);
    assertThat(page.lifts().getFirst()).contains("new", "Clicks", "decides", "%");
    page = page.ramp("50");
    assertThat(page.message()).contains("50 %");
    assertThat(shop().api().get("experiments/autumn").json().path("design").path("ramp").asDouble())
        .isEqualTo(0.5);

    page = page.publish("new", "it is clicked more");
    assertThat(page.message()).contains("the arm new is live");
    assertThat(page.state()).isEqualTo("stopped");
    assertThat(page.verdict()).contains("Published the arm new", "it is clicked more");
    assertThat(page.arms()).hasSize(2);
    assertThat(
            shop()
                .api()
                .get("placements/landing-autumn")
                .json()
                .path("placement")
                .path("liveVersion")
                .asInt())
        .isEqualTo(2);
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void whatAPlacementBringsIsReadAndThePlacementIsRemoved() {
    TriedRecipes.placement(shop().api(), "landing-winter");
    TriedRecipes.visit(shop().api(), "landing-winter", "winter");
    TriedRecipes.buy(shop().api(), "landing-winter", "winter");
    signIn();
    browser().open("/console/results?placement=landing-winter");
    assertThat(texts("#total .value")).startsWith("80", "60").endsWith("20", "10");
    assertThat(texts("#money .value").getFirst()).matches(".*\\d[.]\\d\\d.*");
    assertThat(browser().find("#rule").getText()).contains("less than 1 day later");
    assertThat(texts("#lines tbody tr").getFirst()).startsWith("Version 1 80 60");
    browser().type(browser().find("#from"), "01012020");
    browser().follow("#choose button");
    assertThat(browser().find("#from-fault").getText()).contains("or later");

    browser().open("/console/placement?name=landing-winter");
    browser().find("[data-opens=remove-dialog]").click();
    browser().follow("#remove-dialog button[name=do][value=remove-placement]");
    assertThat(browser().find("main").getText()).contains("landing-winter is removed");
    assertThat(shop().api().get("placements/landing-winter").status()).isEqualTo(404);
    browser().open("/console/results");
    assertThat(texts("#lines tbody tr"))
        .anyMatch(line -> line.startsWith("landing-winter removed"));
    assertThat(browser().complaints()).isEmpty();
  }

  private List<String> texts(String css) {
    return browser().all(css).stream().map(each -> each.getText().replaceAll("\\s+", " ")).toList();
  }

  private List<String> rules() {
    return browser().all("#editor .step summary strong").stream().map(WebElement::getText).toList();
  }
}
