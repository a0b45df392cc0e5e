package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Busy;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** An analyst looks at what people do: from where most are lost to what happens right now. */
class BehaviourDayIT extends BrowserSuite {

  @Test
  void theAnalystGoesFromQuestionToQuestion() {
    signIn();
    browser().open("/console/");
    browser().press("g");
    browser().press("b");
    browser().await("the page", () -> browser().address().contains("/behaviour"));
    browser().find(".funnel");
    long sessions = figure(0);
    assertThat(sessions).isPositive();
    assertThat(browser().find("#rule").getText())
        .contains("Within one session, sessions are counted");

    browser().choose(browser().find("#within"), "MONTH");
    browser().await("people", () -> browser().address().contains("within=MONTH"));
    assertThat(browser().find("#total").getText()).contains("People with the first step");
    assertThat(figure(0)).as("people are fewer than sessions").isLessThan(sessions);
    browser().choose(browser().find("#step4"), "RATING");
    browser().await("a fourth step", () -> browser().address().contains("step4=RATING"));
    assertThat(browser().all(".funnel tbody tr")).hasSize(4);

    browser().choose(browser().find("#segment"), "CUSTOMERS");
    browser().await("customers", () -> browser().address().contains("segment=CUSTOMERS"));
    view("PATHS");
    assertThat(browser().address()).as("the people stay").contains("segment=CUSTOMERS");
    assertThat(browser().all("#lines tbody tr")).hasSizeGreaterThan(3);
    assertThat(browser().find("#lines .path").getText()).isNotEmpty();

    view("SESSIONS");
    assertThat(browser().all(".hours tbody tr")).hasSize(7);
    view("COHORTS");
    assertThat(browser().all("#lines tbody tr")).isNotEmpty();
    view("RFM");
    assertThat(browser().all("#grid td")).hasSize(25);
    long customers =
        browser().all("#grid td .number:first-child").stream()
            .mapToLong(cell -> Long.parseLong(cell.getText().replace(",", "")))
            .sum();
    assertThat(browser().find("#rfm-title").getText())
        .startsWith("%,d customers".formatted(customers));
    browser().follow("#lines a[href*='segment=RFM_CHAMPIONS']");
    assertThat(browser().find("#segment").getAttribute("value")).isEqualTo("RFM_CHAMPIONS");
    assertThat(browser().find(".funnel").getText()).as("of champions").contains("Purchase");
    view("BASKETS");
    browser().choose(browser().find("#support"), "0.1");
    browser().await("the support", () -> browser().address().contains("support=0.1"));
    assertThat(browser().all("#lines tbody tr")).isNotEmpty();
    assertThat(browser().find("#csv").getAttribute("href"))
        .contains("behaviour.csv?view=BASKETS", "segment=RFM_CHAMPIONS", "support=0.1");
    assertThat(browser().complaints()).isEmpty();
  }

  private void view(String name) {
    browser().follow(".chips a[href*='view=%s']".formatted(name));
    browser().find("#rule");
  }

  private long figure(int index) {
    WebElement value = browser().all("#total .value").get(index);
    return Long.parseLong(value.getText().replace(",", ""));
  }

  @Test
  void whatHappensNowShowsByItself() {
    Busy.now(shop().api());
    signIn();
    browser().open("/console/behaviour?view=LIVE&channel=kiosk");
    assertThat(browser().find("#none").getText()).isEqualTo("Nothing in the last 30 minutes.");
    shop()
        .api()
        .post(
            "events",
            "{\"eventId\":\"kiosk-1\",\"type\":\"cart\",\"visitorId\":\"kiosk-v\",\"productId\":\"kiosk-p\",\"channel\":\"kiosk\",\"time\":\"%s\"}"
                .formatted(Clock.systemUTC().instant()))
        .good();
    browser().awaitText("#lines", "Into the cart");
    assertThat(browser().find("#lines").getText()).contains("kiosk-p").doesNotContain("kiosk-v");
    assertThat(browser().all("#none")).isEmpty();
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void wrongAndEmptyQuestionsSaySo() {
    signIn();
    browser().open("/console/behaviour?from=soon&segment=ME");
    assertThat(
            List.of(
                browser().find("#from-fault").getText(),
                browser().find("#segment-fault").getText()))
        .allSatisfy(fault -> assertThat(fault).startsWith("must be"));
    browser().open("/console/behaviour?view=PATHS&channel=nowhere");
    assertThat(browser().find("#none").getText()).contains("No sessions in these days");
    assertThat(browser().find("#channel").getAttribute("value")).isEqualTo("nowhere");
    assertThat(browser().complaints()).isEmpty();
  }
}
