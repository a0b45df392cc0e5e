package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.access.Staff;
import io.shopkeeper.integration.browser.page.SignInPage;
import io.shopkeeper.integration.server.ShopApi;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * An analyst works a case from the queue to its end; then writes a rule with the help of the
 * editor, tries it on the past, and a second person publishes it: the next payment is caught.
 */
class AnalystDayIT extends BrowserSuite {

  private static final String DEVICE = "day-device";
  private static final String RULE_DEVICE = "analyst-day-device";
  private static final int MOST_OTHERS = 60;
  private static final int FIRST_PAYMENT = 200_000;

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
    // The demo shop has urgent cases of its own that are due before.
    for (int other = 0; other < MOST_OTHERS && !isShown("day-7"); other++) {
      next();
    }
    assertThat(browser().find("#mine").getText()).contains("You work on this case");
    assertThat(browser().find("#state").getText()).isEqualTo("In work");
    assertThat(browser().find("#payments").getText()).contains("day-7");
    String file = browser().address();
    browser().open("/console/payment?id=day-7");
    browser().awaitText("#rules", "Many cards tried from one device");
    browser().open(file);

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
    next();
    assertThat(browser().all(".head [rel=prev]")).hasSize(1);
    assertThat(browser().complaints()).isEmpty();
  }

  private boolean isShown(String payment) {
    return browser().find("#payments").getText().contains(payment);
  }

  private void next() {
    String here = browser().address();
    browser().press("n");
    browser().await("another case", () -> !browser().address().equals(here));
  }

  /** As a customer pays on most days, but from a device of the rule: no model minds. */
  private JsonNode judged(String id) {
    JsonNode usual = usual();
    return shop()
        .api()
        .post(
            "transactions:score",
            ("{\"id\":\"%s\",\"amount\":\"%s\",\"currency\":\"%s\",\"device\":\"%s\","
                    + "\"customerId\":\"%s\",\"cardFingerprint\":\"%s\",\"ip\":\"%s\","
                    + "\"country\":\"%s\",\"shippingCountry\":\"%s\",\"method\":\"card\"}")
                .formatted(
                    id,
                    usual.path("amount").asText(),
                    usual.path("currency").asText(),
                    RULE_DEVICE,
                    usual.path("customerId").asText(),
                    usual.path("cardFingerprint").asText(),
                    usual.path("ip").asText(),
                    usual.path("country").asText(),
                    usual.path("country").asText()))
        .good()
        .json();
  }

  /** A payment by card of a customer of the demo shop, which was captured. */
  private JsonNode usual() {
    return IntStream.range(FIRST_PAYMENT, FIRST_PAYMENT + 100)
        .mapToObj(number -> shop().api().get("transactions/P" + number).json())
        .filter(
            payment ->
                payment.path("status").asText().equalsIgnoreCase("captured")
                    && payment.hasNonNull("customerId")
                    && payment.hasNonNull("cardFingerprint"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuleIsWrittenTriedPublishedByASecondPersonAndCatchesTheNextPayment() {
    assertThat(judged("analyst-day-1").path("rules")).isEmpty();
    new Staff(shop()).invite("day-second", "\"ANALYST\"");
    signIn();
    write();
    backtest();
    browser().find("button[name=do][value=ask]").click();
    browser().awaitText("#mine", "somebody else has to publish it");
    assertThat(browser().all("button[value=publish]")).isEmpty();

    browser().forget();
    SignInPage.open(browser()).enter("day-second", Staff.PASSWORD);
    browser().open("/console/fraud-rules");
    browser().follow("#asked a");
    browser().follow("button[value=publish]");
    browser().awaitText("h1", "Published");

    JsonNode caught = judged("analyst-day-2");
    assertThat(caught.path("decision").asText()).as(caught.toString()).isEqualTo("block");
    browser().open("/console/payment?id=analyst-day-2");
    browser().awaitText("#rules", "A device of the day");
    assertThat(browser().complaints()).isEmpty();
  }

  private void backtest() {
    assertThat(
            shop()
                .api()
                .post("transactions/analyst-day-1/outcome", "{\"outcome\":\"fraud\"}")
                .status())
        .isEqualTo(204);
    browser().follow("button[value=backtest]");
    browser().awaitText("#line-caught", "1");
    assertThat(browser().find("#hits").getText()).contains("analyst-day-1", "Fraud", "Allow");
    browser().follow(".head a[href^='fraud-rule']");
  }

  private void write() {
    browser().open("/console/fraud-rule");
    browser().type(browser().find("#id"), "analyst-day");
    browser().type(browser().find("#nameEn"), "A device of the day");
    browser().type(browser().find("#nameZh"), "今日设备");
    browser().choose(browser().find("#outcome"), "BLOCK");
    browser().find("#shadow").click();
    WebElement condition = browser().find("#condition");
    browser().type(condition, "amont > 5");
    browser().awaitText("#rule-says", "Is “amount” meant?");
    assertThat(browser().find("#rule-marks mark").getText()).isEqualTo("amont");
    condition.clear();
    browser().type(condition, "devi");
    browser().awaitText("#rule-words [aria-selected=true] code", "device");
    browser().press(Keys.ENTER);
    browser().press("= \"" + RULE_DEVICE + "\" and amount > 5");
    browser().awaitText("#rule-says", "This is a rule.");
    browser().press(Keys.ESCAPE);
    browser().type(browser().find("#payment"), "analyst-day-1");
    browser().follow("button[value=try]");
    browser().awaitText("#trial", "The rule holds of payment analyst-day-1.");
    browser().follow("button[value=save]");
    browser().awaitText("h1", "Draft v1");
  }
}
