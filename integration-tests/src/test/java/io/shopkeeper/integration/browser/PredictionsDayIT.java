package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.DataSetsPage;
import io.shopkeeper.integration.browser.page.TrainPage;
import io.shopkeeper.integration.server.Visits;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** An analyst looks into a model of a data set: what it does to groups, and to a row. */
class PredictionsDayIT extends BrowserSuite {

  @Test
  void groupsAreComparedByAColumnThatTheAnalystChooses() {
    Visits.haveVersionMeasuredOnAll(shop().api(), "analysed");
    signIn();
    browser().open("/console/version?name=prediction-analysed&version=1");
    browser().follow("a[href^='explain?']");
    assertThat(browser().all(".fairness")).as("before a column is chosen").isEmpty();
    browser().choose(browser().find("#group"), "source");
    browser().follow("#fairness form button");
    assertThat(browser().find(".fairness caption").getText())
        .isEqualTo("source: 400 rows that were held out");
    assertThat(browser().all(".fairness tbody th")).hasSize(3);
    assertThat(browser().all(".fairness-gaps dt")).hasSize(4);
    assertThat(browser().find("#fairness").getText())
        .contains("Demographic parity: who is chosen", "Highest: mail.", "points apart");

    browser().type(browser().find("#threshold"), "0.99");
    browser().find("#threshold").sendKeys(Keys.ENTER);
    browser().await("the threshold", () -> browser().address().contains("threshold=0.99"));
    assertThat(browser().find("#group").getAttribute("value")).isEqualTo("source");
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void aVersionWithoutAReportSaysWhy() {
    signIn();
    browser().open("/console/explain?name=recommendation&version=1");
    assertThat(browser().find("main .empty").getText())
        .contains("There is no report on this version", "Models of this kind");
    assertThat(browser().all(".figure")).isEmpty();
  }

  @Test
  void aRowIsTriedFromWhatIsUsualAndFromTheDataSet() {
    Visits.haveVersionMeasuredOnAll(shop().api(), "analysed");
    signIn();
    browser().open("/console/data-set?name=analysed");
    browser().follow("a[href^='try-row?']");
    WebElement minutes = field("minutes");
    assertThat(Double.parseDouble(minutes.getAttribute("value"))).isBetween(5.0, 15.0);
    assertThat(field("source").getTagName()).isEqualTo("select");

    browser().type(minutes, "19");
    browser().choose(field("source"), "mail");
    browser().follow("[id='r:go']");
    assertThat(browser().find(".try-answer").getText()).isEqualTo("yes");
    assertThat(field("minutes").getAttribute("value")).as("what was typed stays").isEqualTo("19");
    assertThat(browser().all(".figure .numbers tbody tr")).hasSize(4);

    browser().type(field("minutes"), "many");
    browser().follow("[id='r:go']");
    assertThat(browser().find("#" + field("minutes").getAttribute("id") + "-fault").getText())
        .isEqualTo("must be a number, but is many");

    String seventh = Visits.csv().lines().skip(7).findFirst().orElseThrow();
    browser().type(browser().find("#row"), "7");
    browser().find("#row").sendKeys(Keys.ENTER);
    browser().await("the row", () -> browser().address().contains("row=7"));
    assertThat(field("minutes").getAttribute("value")).isEqualTo(seventh.split(",")[1]);
    assertThat(browser().find("section[aria-labelledby=row-title]").getText())
        .contains("bought is " + seventh.substring(seventh.lastIndexOf(',') + 1));
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void aSearchIsMeasuredAndTheTableExplained() {
    Visits.keep(shop().api(), "searched");
    signIn();
    TrainPage page =
        TrainPage.open(browser(), "prediction-searched", "logistic-regression")
            .evaluation("nested:5");
    browser().follow("[id='t:go']");
    assertThat(browser().find("#evaluation-fault").getText())
        .contains("nested cross-validation measures a search");
    page.searching().trials("2").start().awaitSuccess();
    browser().open("/console/explain?name=prediction-searched&version=1");
    assertThat(browser().all("#nested tbody tr")).as("five folds and their mean").hasSize(6);
    assertThat(browser().find("#nested").getText())
        .containsPattern("(The search promised 0\\.\\d{4} more|The search kept)")
        .contains("by plain cross-validation");
    assertThat(browser().all("#learning")).isEmpty();
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void aLearningCurveSaysWhetherMoreRowsWouldHelp() {
    Visits.keep(shop().api(), "growing");
    signIn();
    TrainPage.open(browser(), "prediction-growing", "logistic-regression")
        .evaluation("learning-curve:0.2")
        .start()
        .awaitSuccess();
    browser().open("/console/explain?name=prediction-growing&version=1");
    assertThat(browser().find("#learning strong").getText()).startsWith("More rows ");
    assertThat(browser().all("#learning .numbers tbody tr")).hasSize(5);
    assertThat(browser().complaints()).isEmpty();
  }

  /** From what the shop knows to what is foretold of a customer, with nothing but the console. */
  @Test
  void aTableIsMadeOfTheShopAndForetells() {
    signIn();
    DataSetsPage.open(browser()).fill("nothing", "BUYS", "0", "3");
    browser().follow("[id='shop:make']");
    assertThat(browser().find("main").getText()).contains("The days must be from 1 to 365.");
    assertThat(browser().find("[id='shop:name']").getAttribute("value")).isEqualTo("nothing");

    DataSetsPage.open(browser()).make("leavers", "LEAVES", "20", "4").awaitSuccess();
    browser().open("/console/data-set?name=leavers");
    assertThat(browser().find("main .head").getText())
        .contains("Made from the shop: Who orders nothing any more, within 20 days");
    browser().follow("main .head a[href='features']");
    assertThat(browser().all("main tbody tr")).hasSizeGreaterThan(60);
    TrainPage.open(browser(), "prediction-leavers", "logistic-regression").start().awaitSuccess();
    browser().open("/console/version?name=prediction-leavers&version=1");
    assertThat(browser().find("main").getText()).contains("AUC");
    browser().follow("a[href^='explain?']");
    assertThat(browser().all("section[aria-labelledby=dependence-title] .chart")).hasSize(6);
    assertThat(browser().find("section[aria-labelledby=dependence-title]").getText())
        .as("what the columns are, and of which answer the curves")
        .contains(
            browser().script("return document.querySelector('#meanings dd').textContent") + "");
    assertThat(
            browser()
                .script(
                    "return document.querySelector('section[aria-labelledby=dependence-title] thead').textContent"))
        .asString()
        .contains("Mean probability of “yes”");
    browser().open("/console/customer?id=" + Screen.CUSTOMER);
    assertThat(browser().find("#forecasts tbody").getText())
        .contains("Orders nothing within 20 days", "leavers v1", "%");
    assertThat(browser().all("#forecasts li")).isNotEmpty();
    assertThat(browser().all("#paid li")).as("how much the price matters").isNotEmpty();
    assertThat(browser().complaints()).isEmpty();
  }

  /** The field of a column, by its label. */
  private WebElement field(String column) {
    String id =
        browser().all(".try-fields label").stream()
            .filter(label -> label.getText().equals(column))
            .findFirst()
            .orElseThrow()
            .getAttribute("for");
    return browser().find("#" + id);
  }
}
