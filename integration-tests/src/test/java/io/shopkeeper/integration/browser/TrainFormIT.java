package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.ModelsPage;
import io.shopkeeper.integration.browser.page.TrainPage;
import org.junit.jupiter.api.Test;

/** The form of a training is made from the options of the algorithm, and holds what they hold. */
class TrainFormIT extends BrowserSuite {

  @Test
  void aPresetFillsTheFieldsAndWhatIsWrongIsSaidBesideThem() {
    signIn();
    TrainPage page = ModelsPage.open(browser()).form("ease");
    assertThat(page.value("recency")).isEqualTo("1");
    page = page.preset("recent");
    assertThat(page.value("recency")).isEqualTo("0.6");

    page.set("recency", "7").refused();
    assertThat(page.fault("recency")).isEqualTo("must be from 0.01 to 1");
    page.back("recency");
    assertThat(page.value("recency")).isEqualTo("0.6");
    assertThat(page.fault("recency")).isEmpty();

    page.set("penalty", "120").start().awaitSuccess();
    var version =
        shop().api().get("models/recommendation/versions").json().path(0).path("hyperParameters");
    assertThat(version.path("penalty").asText()).isEqualTo("120.0");
    assertThat(version.path("recency").asText()).isEqualTo("0.6");
  }

  @Test
  void aSearchIsOrderedInTheFormAndWatchedOnTheJobsPage() {
    signIn();
    TrainPage page = ModelsPage.open(browser()).form("ease").searching();
    page.search("recency", false).range("penalty", "many", "500").trials("3");
    browser().follow(browser().find("[id='t:go']"));
    assertThat(browser().find("[id='s.penalty-fault']").getText())
        .isEqualTo("must be a range such as 0.01..1, but is many..500");
    assertThat(browser().find("#trials").getAttribute("value")).isEqualTo("3");

    page.range("penalty", "5", "500").start().awaitSuccess();
    assertThat(browser().find("#trials-title").getText()).isEqualTo("3 trials");
    assertThat(browser().all("section[aria-labelledby=trials-title] tbody tr")).hasSize(3);
    assertThat(browser().find("section[aria-labelledby=trials-title] tbody tr .badge").getText())
        .isEqualTo("best");
    var version =
        shop().api().get("models/recommendation/versions").json().path(0).path("provenance");
    assertThat(version.path("trials").asText()).isEqualTo("3");
  }

  @Test
  void theServerSaysTheSameWhereNoScriptRuns() {
    signIn();
    TrainPage page = ModelsPage.open(browser()).form("ease");
    browser()
        .script(
            "document.querySelector('.train-form').addEventListener('submit', event => event.stopImmediatePropagation(), true)");
    page.set("recency", "7");
    browser().follow(browser().find("[id='t:go']"));
    assertThat(browser().find("main .notice.bad").getText()).contains("must be from 0.01 to 1");
    assertThat(page.value("recency")).as("what was typed is kept").isEqualTo("7");
  }
}
