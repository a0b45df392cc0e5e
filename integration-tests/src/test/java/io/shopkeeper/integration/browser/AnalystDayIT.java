package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ShopApi;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An analyst works a case from the queue to its end. */
class AnalystDayIT extends BrowserSuite {

  private static final String DEVICE = "day-device";

  /** Eight stolen cards from one device, with amounts that make it the most urgent of all. */
  private static void attack(ShopApi api) {
    Instant begin = Instant.now(Clock.systemUTC()).minusSeconds(600);
    for (int card = 0; card < 8; card++) {
      api.post(
              "transactions:score",
              ("{\"id\":\"day-%d\",\"amount\":\"2900.00\",\"currency\":\"EUR\",\"customerId\":\"%s\","
                      + "\"cardFingerprint\":\"day-card-%d\",\"device\":\"%s\",\"time\":\"%s\"}")
                  .formatted(card, "c-000" + (1 + card % 3), card, DEVICE, begin.plusSeconds(card)))
          .good();
    }
  }

  @Test
  void theNextCaseIsLookedThroughNotedAndMarkedAsFraud() {
    signIn();
    browser().open("/console/payments");
    attack(shop().api());
    browser().await("the ticker", () -> browser().find("#latest").getText().contains("day-7"));

    browser().open("/console/cases");
    browser()
        .await(
            "the case",
            () -> {
              browser().open("/console/cases?state=ACTIVE");
              return !browser().all(".ledger-table a[href^='case?id=']").isEmpty()
                  && browser().find("main").getText().contains("Urgent");
            });
    assertThat(browser().all("#queues li")).isNotEmpty();
    browser().press("n");
    browser().await("the next case", () -> browser().address().contains("/case?id="));
    assertThat(browser().find("#mine").getText()).contains("You work on this case");
    assertThat(browser().find("#state").getText()).isEqualTo("In work");
    assertThat(browser().find("#payments").getText()).contains("day-7");
    assertThat(browser().find("#rules").getText()).contains("Many cards tried from one device");

    assertThat(browser().all("#graph .link-node.own")).hasSizeGreaterThan(4);
    assertThat(browser().find("#graph").getText()).contains(DEVICE, "c-0001", "c-0002");
    browser().open(browser().find("#graph details summary"));
    assertThat(browser().find("#links").getText()).contains("Device " + DEVICE);
    assertThat(browser().find("#customer").getText()).contains("Known as fraud");

    browser().press("w");
    assertThat(browser().focused().getAttribute("id")).isEqualTo("note");
    browser().type(browser().find("#note"), "Eight cards, one device: asked the bank.");
    browser().follow("button[name=do][value=note]");
    assertThat(browser().find("#notes").getText()).contains("asked the bank", "admin");

    browser().follow("button[name=do][value=FRAUD]");
    assertThat(browser().find("#outcome").getText()).contains("Fraud", "admin");
    assertThat(browser().find("#payments tbody").getText()).contains("Fraud");
    assertThat(browser().find("#journal").getText())
        .contains("Opened by payment", "Taken", "Note written", "Closed: Fraud");
    String closed = browser().address();
    browser().press("n");
    browser().await("another case", () -> !browser().address().equals(closed));
    assertThat(browser().all(".head [rel=prev]")).hasSize(1);
    assertThat(browser().complaints()).isEmpty();
  }
}
