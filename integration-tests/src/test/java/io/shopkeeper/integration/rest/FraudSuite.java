package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.access.Staff;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.PaidHistory;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TrainedVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payments judged through the interface; the same on every database. Rules alone decide until the
 * last test lets a model serve.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FraudSuite {

  private static final String SCORE = "transactions:score";

  private final Instant begin = Instant.now(Clock.systemUTC()).minusSeconds(3600);
  @TempDir private Path folder;
  private ShopApi api;
  private ConsoleBrowser browser;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (browser == null) {
      browser = new ConsoleBrowser(shop.base());
      browser.signIn("admin", shop.administratorPassword());
    }
  }

  private String payment(String id, int second, String card, String more) {
    return ("{\"id\":\"%s\",\"amount\":\"20.00\",\"currency\":\"EUR\",\"cardFingerprint\":\"%s\","
            + "\"time\":\"%s\"%s}")
        .formatted(id, card, begin.plusSeconds(second), more.isEmpty() ? "" : "," + more);
  }

  private JsonNode judged(String id, int second, String card, String more) {
    return api.post(SCORE, payment(id, second, card, more)).good().json();
  }

  @Test
  void oneGoodPaymentPassesAndIsKept() {
    JsonNode verdict =
        judged(
            "fr-good",
            1,
            "fr-good-card",
            "\"customerId\":\"fr-good-c\",\"email\":\"Anna@Example.org\",\"ip\":\"203.0.113.7\"");
    assertThat(verdict.path("decision").asText()).isEqualTo("allow");
    assertThat(verdict.path("score").isNull()).isTrue();
    assertThat(verdict.path("modelVersion").isNull()).isTrue();
    assertThat(verdict.path("degraded")).extracting(JsonNode::asText).containsExactly("model");
    assertThat(verdict.path("rules")).isEmpty();
    assertThat(verdict.path("shopperText").asText()).contains("being processed");
    JsonNode kept = api.get("transactions/fr-good").good().json();
    assertThat(kept.path("amount").asText()).isEqualTo("20.00");
    assertThat(kept.path("status").asText()).isEqualTo("PENDING");
    assertThat(kept.toString()).doesNotContainIgnoringCase("anna");
  }

  /** Five cards from one device: the fifth is refused, in both languages, and says why. */
  @Test
  void cardsThatAreTriedFromOneDeviceAreBlocked() {
    String device = "\"device\":\"fr-test-d\"";
    for (int card = 0; card < 4; card++) {
      assertThat(
              judged("fr-test-" + card, card, "fr-test-" + card, device).path("decision").asText())
          .isEqualTo("allow");
    }
    JsonNode fifth = judged("fr-test-4", 9, "fr-test-4", device);
    assertThat(fifth.path("decision").asText()).isEqualTo("block");
    JsonNode rule = fifth.path("rules").path(0);
    assertThat(rule.path("rule").asText()).isEqualTo("card-testing-device");
    assertThat(rule.path("name").asText()).isEqualTo("Many cards tried from one device");
    assertThat(rule.path("text").asText())
        .isEqualTo("Cards in payments from this device within an hour: 5 (rule: 5 or more)");
    assertThat(fifth.path("shopperText").asText()).doesNotContainIgnoringCase("device");

    JsonNode again =
        api.post(SCORE + "?lang=zh", payment("fr-test-4", 9, "fr-test-4", device)).good().json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("decidedAt")).isEqualTo(fifth.path("decidedAt"));
    assertThat(again.path("rules").path(0).path("text").asText())
        .isEqualTo("1 小时内此设备的付款所用的卡数：5（规则：不少于 5）");
  }

  /** Each has one device with one other and one address with another: no key is of three. */
  @Test
  void aRingIsKnownByWhatItsMembersShare() {
    JsonNode last = null;
    for (int i = 0; i < 6; i++) {
      String shared =
          "\"customerId\":\"fr-ring-c%d\",\"device\":\"fr-ring-d%d\",\"shippingAddress\":\"%d Ring Lane\""
              .formatted(i, i / 2, (i + 1) / 2);
      last = judged("fr-ring-" + i, i, "fr-ring-card-" + i, shared);
      assertThat(last.path("decision").asText())
          .as(last.toString())
          .isEqualTo(i < 5 ? "allow" : "review");
    }
    JsonNode rule = last.path("rules").path(0);
    assertThat(rule.path("rule").asText()).isEqualTo("ring");
    assertThat(rule.toString()).contains("linked by devices, cards, e-mail");
  }

  @Test
  void oneBuyerWithEverOtherCardsAndAddressesIsTriangulation() {
    JsonNode last = null;
    for (int i = 0; i < 4; i++) {
      last =
          judged(
              "fr-tri-" + i,
              20 * i,
              "fr-tri-card-" + i,
              "\"customerId\":\"fr-tri-c\",\"shippingAddress\":\"%d Honest Road\"".formatted(i));
    }
    assertThat(last.path("rules").path(0).path("rule").asText())
        .as(last.toString())
        .isEqualTo("triangulation");
    assertThat(last.path("decision").asText()).isEqualTo("review");
  }

  @Test
  void aBatchIsJudgedInItsOrderAndFaultsAreNamed() {
    var rows = new StringBuilder("[");
    for (int card = 0; card < 5; card++) {
      rows.append(
              payment("fr-batch-" + card, card, "fr-batch-" + card, "\"device\":\"fr-batch-d\""))
          .append(',');
    }
    rows.append(payment("fr-batch-1", 7, "fr-batch-1", "")).append(',');
    rows.append(payment("fr-batch-bad", 8, "fr-batch-1", "\"ip\":\"nowhere!\"")).append(']');
    JsonNode answer = api.post(SCORE, rows.toString()).good().json();
    assertThat(answer.path("judged").asInt()).isEqualTo(5);
    assertThat(answer.path("refused").asInt()).isEqualTo(2);
    assertThat(answer.path("results"))
        .extracting(row -> row.path("verdict").path("decision").asText())
        .containsExactly("allow", "allow", "allow", "allow", "block", "", "");
    assertThat(answer.path("results").path(5).path("errors").path(0).path("pointer").asText())
        .isEqualTo("/id");
    assertThat(answer.path("results").path(6).path("errors").path(0).path("pointer").asText())
        .isEqualTo("/ip");
    assertThat(api.get("transactions/fr-batch-bad").status()).isEqualTo(404);
  }

  /** The shop tells by PUT that payments were declined; after that the card is to be confirmed. */
  @Test
  void whatTheShopTellsOfEarlierPaymentsCounts() {
    for (int i = 0; i < 3; i++) {
      judged("fr-told-" + i, i, "fr-told-card", "");
      String declined =
          ("{\"id\":\"fr-told-%d\",\"amount\":\"20.00\",\"currency\":\"EUR\",\"status\":\"DECLINED\","
                  + "\"cardFingerprint\":\"fr-told-card\",\"time\":\"%s\"}")
              .formatted(i, begin.plusSeconds(i));
      assertThat(api.put("transactions/fr-told-" + i, declined).status()).isEqualTo(204);
    }
    assertThat(judged("fr-told-past", 30, "fr-told-card", "").path("decision").asText())
        .as("at its time nobody knew of it")
        .isEqualTo("allow");
    String now =
        "{\"id\":\"fr-told-now\",\"amount\":1,\"currency\":\"EUR\",\"cardFingerprint\":\"fr-told-card\"}";
    assertThat(api.post(SCORE, now).good().json().path("decision").asText()).isEqualTo("challenge");
    for (int i = 0; i < 3; i++) {
      assertThat(api.delete("transactions/fr-told-" + i).status()).isEqualTo(204);
    }
    assertThat(
            api.post(SCORE, now.replace("fr-told-now", "fr-told-then"))
                .good()
                .json()
                .path("decision")
                .asText())
        .isEqualTo("allow");
  }

  @Test
  void aDecisionIsSeenInTheConsoleAndWhatBecameOfItIsKept() {
    judged("fr-seen", 1, "fr-seen-card", "\"customerId\":\"fr-seen-c\"");
    assertThat(browser.get("console/payments?id=fr-seen").text())
        .contains("fr-seen", "fr-seen-c", "Allow")
        .doesNotContain("fr-nothing");
    assertThat(browser.get("console/payments?id=fr-seen&outcome=BLOCK").text())
        .doesNotContain("fr-seen-c");
    assertThat(browser.get("console/live-payments").text()).contains("Allow, last hour");
    assertThat(api.post("transactions/fr-seen/outcome", "{\"outcome\":\"fraud\"}").status())
        .isEqualTo(204);
    assertThat(browser.get("console/payment?id=fr-seen").text())
        .contains("Payment fr-seen", "No model had been trained", "Fraud", "key ");
    assertThat(api.post("transactions/fr-nothing/outcome", "{\"outcome\":\"fraud\"}").status())
        .isEqualTo(404);
    assertThat(api.post("transactions/fr-seen/outcome", "{}").pointers())
        .containsExactly("/outcome");
    assertThat(browser.get("console/payment?id=fr-nothing").status()).isEqualTo(404);
  }

  /** Six cards from one device: the fifth opens a case, the sixth joins it. */
  @Test
  void whatIsBlockedIsWorkedAsACase() throws IOException {
    String device = "\"device\":\"fr-case-d\"";
    for (int card = 0; card < 6; card++) {
      judged("fr-case-" + card, card, "fr-case-" + card, device);
    }
    Await.until(
        "a case with both payments",
        Duration.ofSeconds(20),
        () -> caseOf("fr-case-d").text().contains("fr-case-5"));
    Page page = caseOf("fr-case-d");
    assertThat(page.text())
        .contains("fr-case-4", "Many cards tried from one device", "Opened by payment", "Open")
        .doesNotContain("fr-case-3");

    page = act(page, "acts", Map.of("!do", "take"));
    assertThat(page.text()).contains("You work on this case", "In work");
    page = act(page, "n", Map.of("!do", "note", "!text", "Called the bank <b>twice</b>."));
    assertThat(page.text()).contains("Called the bank &lt;b&gt;twice&lt;/b&gt;.");

    assertThat(api.put("settings/fraud.case-approval-from", "{\"value\":\"10\"}").status())
        .isEqualTo(200);
    page = act(page, "acts", Map.of("!do", "CLEARED"));
    assertThat(page.text()).contains("With a supervisor", "admin asks to close this case: Good");
    page = act(page, "acts", Map.of("!do", "approve"));
    assertThat(page.text()).contains("needs the approval of somebody else");
    page = act(page, "acts", Map.of("!do", "reopen"));
    assertThat(api.delete("settings/fraud.case-approval-from").status()).isLessThan(300);

    assertThat(page.text()).contains("Rules that held");
    documentsAreKept();
    macrosAreDoneAndUndone();
    page = caseOf("fr-case-d");
    page = act(page, "acts", Map.of("!do", "FRAUD"));
    assertThat(page.text()).contains("Closed: Fraud.");
    assertThat(browser.get("console/payment?id=fr-case-4").text()).contains("Case ");
    assertThat(label("fr-case-5")).isEqualTo("Fraud");
    page = act(page, "acts", Map.of("!do", "reopen"));
    assertThat(label("fr-case-5")).isEqualTo("–");
    act(page, "acts", Map.of("!do", "CLEARED"));
    assertThat(label("fr-case-5")).isEqualTo("Good");
    assertThat(api.post("transactions/fr-case-5/outcome", "{\"outcome\":\"chargeback\"}").status())
        .isEqualTo(204);
    assertThat(caseOf("fr-case-d").text())
        .contains("id=\"outcome\"", "Became known:", "fr-case-5: Chargeback");
    forgottenPaymentsLeaveTheirCase();
  }

  /** What is in a file counts, not its name; it is only ever saved, never shown. */
  private void documentsAreKept() throws IOException {
    String path =
        "console/case?id=" + part(caseOf("fr-case-d").text(), "name=\"id\" value=\"(\\d+)\"");
    Page wrong =
        browser.upload(
            path, browser.get(path), "documented", "file", file("a.pdf", "MZ\u0000"), "document");
    assertThat(wrong.text()).contains("whatever it is called").doesNotContain("a.pdf");
    browser.upload(
        path, browser.get(path), "documented", "file", file("b<b>.txt", "stolen, 被盗"), "document");
    String text = browser.get(path).text();
    assertThat(text).contains("Document added:", "bb.txt", "SHA-256");
    Page file = browser.get("console/" + part(text, "case-document\\?id=\\d+"));
    assertThat(file.text()).isEqualTo("stolen, 被盗");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"bb.txt\"");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(api.get("audit?n=20").text()).contains("document.add", "document.open");
  }

  /** All of it or nothing; taken back but for the note. */
  private void macrosAreDoneAndUndone() {
    api.post("fraud/lists", "{\"name\":\"fr-macro\",\"kind\":\"device\",\"distance\":0}").good();
    String path = "console/case-macros";
    Map<String, String> macro = new HashMap<>();
    List.of("do=save", "name=fr-thief", "note=Seen {who}", "list=fr-macro", "snooze=2")
        .forEach(each -> macro.put("!" + each.split("=")[0], each.split("=")[1]));
    List.of("priority=URGENT", "assignee=*", "ending=FRAUD")
        .forEach(each -> macro.put("!" + each.split("=")[0], each.split("=")[1]));
    assertThat(browser.submit(path, browser.get(path), "macro", macro).text())
        .contains("In braces may stand");
    macro.put("!note", "Seen {subject} & co");
    assertThat(browser.submit(path, browser.get(path), "macro", macro).location()).isNotEmpty();
    Page page = caseOf("fr-case-d");
    String id = part(page.text(), "<option value=\"(\\d+)\">fr-thief");
    page = act(page, "m", Map.of("!do", "macro", "!macro", id));
    assertThat(page.text())
        .contains("Macro begun:", "Seen fr-case-d &amp; co", "Priority set:", "Closed:");
    assertThat(browser.get("console/fraud-list?name=fr-macro").text()).contains("fr-case-d");
    page = act(page, "acts", Map.of("!do", "unmacro"));
    assertThat(page.text()).contains("Macro undone:", "In work", "Seen fr-case-d");
    assertThat(browser.get("console/fraud-list?name=fr-macro").text()).doesNotContain("fr-case-d");
    assertThat(api.get("audit?n=30").text()).contains("macro.write", "macro.do", "macro.undo");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void forgottenPaymentsLeaveTheirCase() {
    assertThat(api.delete("transactions/fr-case-5").status()).isEqualTo(204);
    assertThat(browser.get("console/payment?id=fr-case-5").status()).isEqualTo(404);
    String device = "\"device\":\"fr-case-d\"";
    assertThat(judged("fr-case-5", 5, "fr-case-5", device).path("repeated").asBoolean())
        .as("what was decided is forgotten")
        .isFalse();
    assertThat(api.delete("transactions/fr-case-4").status()).isEqualTo(204);
  }

  private String label(String payment) {
    String text = browser.get("console/payment?id=" + payment).text();
    String from = text.substring(text.indexOf("<dd id=\"label\">") + 15);
    return from.substring(0, from.indexOf('<'));
  }

  /** The page of the case of a subject; the list where there is none. */
  private Page caseOf(String subject) {
    Page list = browser.get("console/cases?subject=" + subject);
    Matcher id = Pattern.compile("case\\?id=(\\d+)\"").matcher(list.text());
    return id.find() ? browser.get("console/case?id=" + id.group(1)) : list;
  }

  private Page act(Page page, String form, Map<String, String> fields) {
    Page answer = browser.submit("console/case", page, form, fields);
    return answer.location().isEmpty() ? answer : browser.get(answer.location());
  }

  /** Written by one, published by another; with a list, a snooze, and off again. */
  @Test
  void aRuleWithAListIsPublishedByASecondPersonAndJudgesTheNextPayment(ShopServer shop) {
    ruleList();
    ConsoleBrowser second = new Staff(shop).signedIn("fr-anna", "\"ANALYST\"");
    String condition = "device in list fr-devices and not amount < 5";
    Page written =
        act(browser, "", "rule", "save", Map.of("!id", "fr-listed", "!condition", condition));
    assertThat(written.location()).contains("fraud-rule?id=fr-listed&version=1");
    String rule = "?id=fr-listed&version=1";
    assertThat(act(browser, rule, "rule", "publish", Map.of("!condition", condition)).text())
        .contains("Nobody asked for a look");
    assertThat(act(browser, rule, "rule", "ask", Map.of("!condition", condition)).location())
        .contains("version=1");
    assertThat(act(browser, rule, "rule", "publish", Map.of()).text())
        .contains("somebody else has to publish it");
    String device = "\"device\":\"fr-listed-d\",\"customerId\":\"fr-listed-c\"";
    assertThat(judged("fr-listed-1", 1, "fr-listed-card", device).path("rules")).isEmpty();
    assertThat(act(second, rule, "rule", "publish", Map.of()).location()).contains("version=1");
    JsonNode caught = judged("fr-listed-2", 2, "fr-listed-card", device);
    assertThat(caught.path("decision").asText()).isEqualTo("review");
    assertThat(caught.path("rules").path(0).path("text").asText())
        .contains("the device is in the list fr-devices", "Amount: 20 (rule: 5 or more)");
    assertThat(browser.get("console/payment?id=fr-listed-2").text()).contains("fr-listed");

    var quiet =
        Map.of("!field", "customer", "!key", "fr-listed-c", "!hours", "1", "!reason", "known");
    assertThat(act(second, rule, "quiet", "snooze", quiet).location()).contains("fraud-rules");
    JsonNode silent = judged("fr-listed-3", 3, "fr-listed-card", device);
    assertThat(silent.path("decision").asText()).isEqualTo("allow");
    assertThat(silent.path("silentRules").path(0).path("effect").asText()).isEqualTo("snoozed");
    assertThat(
            judged("fr-listed-4", 4, "fr-listed-card", "\"device\":\"fr-listed-d\"").path("rules"))
        .hasSize(1);
    String listed = browser.get("console/fraud-rules").text();
    assertThat(listed).contains("fr-listed", "fr-listed-c", "known", "One snooze");
    assertThat(act(second, rule, "off", "retire", Map.of()).location()).contains("fraud-rules");
    assertThat(
            judged("fr-listed-5", 5, "fr-listed-card", "\"device\":\"fr-listed-d\"").path("rules"))
        .isEmpty();
    assertThat(api.get("fraud/rules").good().text()).contains("\"fr-listed\"");
    assertThat(api.get("audit?n=50").text())
        .contains("rule.draft", "rule.ask", "rule.publish", "rule.snooze", "rule.retire");
  }

  /** What a rule would have done: caught one, missed one, one false alarm. */
  @Test
  void aRuleIsTriedOnThePastBeforeItIsPublished() {
    judged("fr-past-1", 1, "fr-past", "\"device\":\"fr-past-d\"");
    judged("fr-past-2", 2, "fr-past", "\"device\":\"fr-past-d\"");
    judged("fr-past-3", 3, "fr-past", "\"device\":\"fr-past-d\"");
    api.post("transactions/fr-past-2/outcome", "{\"outcome\":\"chargeback\"}");
    api.post("transactions/fr-past-3/outcome", "{\"outcome\":\"cleared\"}");
    String order = "{\"condition\":\"%s\",\"outcome\":\"review\"}";
    assertThat(api.post("fraud/backtests", order.formatted("device = 3")).pointers())
        .containsExactly("/condition");
    JsonNode begun =
        api.post(
                "fraud/backtests",
                order.formatted("device = \\\"fr-past-d\\\" and card.count.1h >= 1"))
            .good()
            .json();
    JsonNode job = api.awaitJob(begun.path("jobId").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    String path = "fraud/backtests/" + begun.path("id").asText();
    JsonNode alone = api.get(path).good().json().path("report").path("alone");
    assertThat(alone.path("hits").asInt()).as(alone.toString()).isEqualTo(2);
    assertThat(alone.path("caught").asInt()).isOne();
    assertThat(alone.path("falseAlarms").asInt()).isOne();
    assertThat(alone.path("precision").asDouble()).isEqualTo(0.5);
    assertThat(alone.path("caughtCents").asLong()).isEqualTo(2_000);
    assertThat(api.get(path + "/hits").good().json())
        .extracting(hit -> hit.path("transactionId").asText() + " " + hit.path("label").asText())
        .containsExactly("fr-past-2 fraud", "fr-past-3 good");
    String id = begun.path("id").asText();
    assertThat(browser.get("console/backtest?id=" + id).text())
        .contains("Frauds caught", "fr-past-2");
    assertThat(browser.get("console/backtest.csv?id=" + id).text())
        .contains("\"fr-past-2\",", ",20.00,EUR,fraud,");
  }

  /** Taken at once, tried again, dead, sent anew to another address; signed each time. */
  @Test
  void newCasesAreToldToASignedWebhook() throws IOException {
    try (var hook = new Hook()) {
      api.put("settings/notice.wait-seconds", "{\"value\":\"1\"}").good();
      api.put("settings/notice.tries", "{\"value\":\"1\"}").good();
      Map<String, String> order =
          Map.of("!name", "fr-hook", "!kind", "WEBHOOK", "!least", "LOW", "!address", hook.url());
      assertThat(alerts("target", "", "save", order).text())
          .contains("not on the public Internet")
          .doesNotContain("whsec_");
      api.put("settings/notice.loopback", "{\"value\":\"true\"}").good();
      String made = alerts("target", "", "save", order).text();
      String secret = part(made, "whsec_[0-9a-f]{64}");
      String target = "?target=" + part(made, "fraud-alerts\\?target=(\\d+)\">fr-hook<");
      assertThat(browser.get("console/fraud-alerts" + target).text()).doesNotContain(secret);
      hook.status(500);
      String device = "\"device\":\"fr-told-d\"";
      for (int card = 0; card < 5; card++) {
        judged("fr-alert-" + card, card, "fr-alert-" + card, device);
      }
      Await.until(
          "the message is dead",
          Duration.ofSeconds(30),
          () -> alerts().text().contains("It answered with status 500"));
      hook.status(204);
      assertThat(alerts("again", target, "", Map.of("!again", part(alerts().text(), AGAIN))))
          .isNotNull();
      Await.until(
          "the message is taken",
          Duration.ofSeconds(30),
          () -> hook.taken("case.opened", secret).isPresent());
      assertThat(hook.taken("case.opened", secret).orElseThrow())
          .contains("\"decision\":\"block\"", "\"page\":\"/console/case?id=")
          .doesNotContain("fr-told-d");
      assertThat(alerts("remove", target, "remove", Map.of()).location()).isNotEmpty();
      assertThat(api.get("audit?n=50").text())
          .contains("notice.add", "notice.again", "notice.remove")
          .doesNotContain(secret);
    } finally {
      for (String name : List.of("wait-seconds", "tries", "loopback")) {
        api.delete("settings/notice." + name);
      }
    }
  }

  private static final String AGAIN = "name=\"again\" value=\"(\\d+)\"";

  private static String part(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(found.groupCount());
  }

  private Page alerts() {
    return browser.get("console/fraud-alerts");
  }

  private Page alerts(String form, String query, String act, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    if (!act.isEmpty()) {
      all.put("!do", act);
    }
    String path = "console/fraud-alerts" + query;
    return browser.submit(path, browser.get(path), form, all);
  }

  /** On trial by one, asked for by one, published by another; off again. */
  @Test
  void aPackOfRulesIsSwitchedOnAsAWhole(ShopServer shop) {
    ConsoleBrowser second = new Staff(shop).signedIn("fr-carla", "\"ANALYST\"");
    assertThat(pack(browser, "trial").text()).contains("5 rules are on trial");
    assertThat(pack(browser, "ask").text()).contains("5 rules wait for a second person");
    assertThat(pack(browser, "publish").text()).contains("somebody else has to publish it");
    assertThat(pack(second, "publish").text()).contains("5 rules decide");
    assertThat(api.get("fraud/rules").good().text()).contains("\"takeover-declined\"");
    assertThat(pack(second, "off").text()).contains("5 rules are off");
    assertThat(pack(browser, "trial").text()).contains("5 rules are on trial");
    assertThat(pack(browser, "ask").text()).contains("5 rules wait for a second person");
    assertThat(pack(second, "off").text())
        .contains("5 rules are off")
        .doesNotContain("wait for a second person");
  }

  private static Page pack(ConsoleBrowser who, String act) {
    String path = "console/fraud-rules";
    return who.submit(path, who.get(path), "packs", Map.of("!pack", act + " account-takeover"));
  }

  private void ruleList() {
    String order = "{\"name\":\"fr-devices\",\"kind\":\"%s\",\"distance\":%d}";
    assertThat(api.post("fraud/lists", order.formatted("device", 1)).pointers())
        .containsExactly("/distance");
    api.post("fraud/lists", order.formatted("device", 0)).good();
    assertThat(api.post("fraud/lists", order.formatted("device", 0)).status()).isEqualTo(409);
    assertThat(entries("fr-listed-d\n\nother,never").pointers()).containsExactly("/3/2");
    assertThat(api.get("fraud/lists/fr-devices/entries").good().json()).isEmpty();
    JsonNode added = entries("fr-listed-d,2099-01-01,stolen\nother\n").good().json();
    assertThat(added.path("added").asInt()).isEqualTo(2);
    assertThat(entries("other,,again").good().json().path("renewed").asInt()).isOne();
    assertThat(api.post("fraud/rules/check", "{\"condition\":\"device in list nowhere\"}").text())
        .contains("no list", "fr-devices");
    assertThat(browser.get("console/fraud-list?name=fr-devices").text())
        .contains("fr-listed-d", "stolen");
    assertThat(browser.get("console/rule-help?place=15&text=device+in+list+").text())
        .contains("\"text\":\"fr-devices\"");
  }

  private Answer entries(String csv) {
    return api.post("fraud/lists/fr-devices/entries", "text/csv", BodyPublishers.ofString(csv));
  }

  private static Page act(
      ConsoleBrowser who, String rule, String form, String act, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(Map.of("!do", act));
    if (act.equals("save") || act.equals("ask")) {
      all.putAll(Map.of("!nameEn", "A listed device", "!nameZh", "名单中的设备", "!outcome", "REVIEW"));
    }
    all.putAll(fields);
    String path = "console/fraud-rule" + rule;
    return who.submit(path, who.get(path), form, all);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aModelLearnsFromLabelledPaymentsAndJudgesWithTheRules(ShopServer shop) {
    PaidHistory.fill(api, "fr-paid");
    JsonNode trained =
        TrainedVersion.served(
            api, "fraud", "{\"algorithm\":\"gradient-boosting\",\"executor\":\"worker\"}");
    JsonNode metrics = trained.path("metrics").path("time:0.2");
    assertThat(metrics.path("pr_auc").asDouble()).as(metrics.toString()).isGreaterThan(0.8);
    String regular =
        "\"customerId\":\"fr-paid-c-3\",\"device\":\"fr-paid-d-3\",\"country\":\"DE\",\"ip\":\"198.51.100.7\"";
    JsonNode good = judged("fr-model-good", 3500, "fr-paid-card-3", regular);
    assertThat(good.path("degraded")).isEmpty();
    assertThat(good.path("modelVersion").asInt()).isEqualTo(trained.path("version").asInt());
    assertThat(good.path("score").asDouble()).isBetween(0.0, 0.3);
    assertThat(good.path("decision").asText()).isEqualTo("allow");
    assertThat(good.path("reasons")).isNotEmpty();
    JsonNode odd = null;
    for (int card = 0; card < 4; card++) {
      String thief =
          "\"customerId\":\"fr-paid-c-%d\",\"device\":\"fr-model-thief\",\"country\":\"US\",\"ip\":\"198.51.100.9\""
              .formatted(card);
      odd =
          api.post(
                  SCORE + "?lang=zh",
                  payment("fr-model-odd-" + card, 3510 + 40 * card, "fr-model-c-" + card, thief)
                      .replace("20.00", "420.00"))
              .good()
              .json();
    }
    assertThat(odd.path("score").asDouble())
        .as(odd.toString())
        .isGreaterThan(good.path("score").asDouble() + 0.3);
    assertThat(odd.path("decision").asText()).isNotEqualTo("allow");
    assertThat(odd.path("anomaly").asDouble())
        .as(odd.toString())
        .isBetween(good.path("anomaly").asDouble(), 1.0);
    assertThat(good.path("anomaly").isNumber()).isTrue();
    String version = "name=fraud&version=" + trained.path("version").asInt();
    assertThat(browser.get("console/version?" + version).text())
        .contains("On whom alerts fall", "Customer known for longer");
    assertThat(browser.get("console/explain?" + version).text()).contains("What a threshold does");
    assertThat(odd.path("reasons").toString()).contains("提示欺诈");
    driftIsMeasured(version);
    thresholdsArePublishedByASecondPerson(new Staff(shop).signedIn("fr-berta", "\"ANALYST\""));
  }

  /** Payments of today have no device and cost ten times as much. */
  private void driftIsMeasured(String version) {
    String path = "console/version?" + version;
    browser.submit(path, browser.get(path), "drift", Map.of("measure", "x"));
    assertThat(browser.get(path).text()).contains("has judged 100 payments");
    var rows = new StringBuilder("[");
    for (int i = 0; i < 120; i++) {
      rows.append(i == 0 ? "" : ",")
          .append(
              payment("fr-drift-" + i, 3520, "fr-drift-card-" + i, "\"country\":\"DE\"")
                  .replace("20.00", "900.00"));
    }
    api.post(SCORE, rows.append(']').toString()).good();
    browser.submit(path, browser.get(path), "drift", Map.of("measure", "x"));
    String page = browser.get(path).text();
    assertThat(page).contains("looked at, evenly over time", "A forecast needs 14 complete days");
    assertThat(Pattern.compile("id=\"drift-table\".*?>Moved<", Pattern.DOTALL).matcher(page).find())
        .as(page)
        .isTrue();
    assertThat(api.get("audit?n=20").text()).contains("fraud.drift");
  }

  /** Tried on the past, asked for by one, published by another, and undone. */
  private void thresholdsArePublishedByASecondPerson(ConsoleBrowser second) {
    assertThat(api.put("settings/fraud.review-from", "{\"value\":\"40\"}").status())
        .as("not alone, among the settings")
        .isEqualTo(409);
    String wanted = "{\"thresholds\":{\"challenge\":%d,\"review\":40,\"block\":101}}";
    assertThat(api.post("fraud/backtests", wanted.formatted(50)).pointers())
        .containsExactly("/thresholds/review");
    JsonNode begun = api.post("fraud/backtests", wanted.formatted(20)).good().json();
    JsonNode job = api.awaitJob(begun.path("jobId").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    String backtest = "fraud/backtests/" + begun.path("id").asText();
    JsonNode report = api.get(backtest).good().json().path("report");
    assertThat(browser.get("console/backtest?id=" + begun.path("id").asText()).text())
        .contains("Confirm from 20 %, review from 40 %");
    Map<String, String> three = Map.of("!challenge", "20", "!review", "40", "!block", "101");
    Page shown = browser.get("console/fraud-thresholds?challenge=20&review=40&block=101");
    assertThat(figure(shown, "caught"))
        .as("the page and the backtest count alike")
        .isEqualTo(report.path("together").path("caught").asText());
    assertThat(figure(shown, "falseAlarms"))
        .isEqualTo(report.path("together").path("falseAlarms").asText());
    assertThat(thresholds(browser, "choose", "ask", three).text()).contains("Say why");
    Map<String, String> reasoned = new HashMap<>(three);
    reasoned.put("!reason", "too much slips through");
    assertThat(thresholds(browser, "choose", "ask", reasoned).location()).isNotEmpty();
    assertThat(thresholds(browser, "decide", "publish", Map.of()).text())
        .contains("somebody else has to publish them");
    assertThat(thresholds(second, "decide", "publish", Map.of()).location()).isNotEmpty();
    assertThat(api.get("settings/fraud.review-from").json().path("value").asText()).isEqualTo("40");
    assertThat(api.get("audit?n=20").text()).contains("thresholds.ask", "thresholds.publish");
    assertThat(thresholds(second, "undo", "undo", Map.of()).location()).isNotEmpty();
    assertThat(api.get("settings/fraud.review-from").json().path("value").asText()).isEqualTo("60");
  }

  private static String figure(Page page, String key) {
    Matcher found =
        Pattern.compile("id=\"line-" + key + "\">.*?<strong>([^<]*)<", Pattern.DOTALL)
            .matcher(page.text());
    assertThat(found.find()).as(key).isTrue();
    return found.group(1);
  }

  private static Page thresholds(
      ConsoleBrowser who, String form, String act, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(Map.of("!do", act));
    all.putAll(fields);
    String path = "console/fraud-thresholds";
    return who.submit(path, who.get(path), form, all);
  }

  private JsonNode signIn(String id, String customer, String more) {
    return api.post(
            "logins:score",
            "{\"id\":\"%s\",\"customerId\":\"%s\"%s}"
                .formatted(id, customer, more.isEmpty() ? "" : "," + more))
        .good()
        .json();
  }

  /**
   * Passwords of others are tried from one address: the tenth account is refused, and it is seen.
   */
  @Test
  void signInsAreJudgedBySeenAttemptsAndForgottenWithTheCustomer() {
    String stuffing = "\"ip\":\"198.51.100.77\",\"device\":\"fr-in-d%d\",\"succeeded\":false";
    JsonNode last = null;
    for (int account = 0; account < 10; account++) {
      last = signIn("fr-in-" + account, "fr-in-c" + account, stuffing.formatted(account));
    }
    assertThat(last.path("decision").asText()).isEqualTo("block");
    assertThat(last.path("reasons").path(0).path("text").asText())
        .isEqualTo(
            "Accounts with wrong passwords from this IP address within an hour: 10 (limit 10)");
    assertThat(last.path("shopperText").asText()).contains("new password").doesNotContain("IP");
    String again = "{\"id\":\"fr-in-9\",\"customerId\":\"fr-in-c9\"," + stuffing.formatted(9) + "}";
    assertThat(
            api.post("logins:score?lang=zh", again)
                .good()
                .json()
                .path("reasons")
                .path(0)
                .path("text")
                .asText())
        .isEqualTo("1 小时内此 IP 地址输错密码的账户数：10（上限 10）");
    assertThat(api.post("logins:score", again.replace("fr-in-c9", "fr-in-c8")).status())
        .isEqualTo(409);
    assertThat(api.post("logins:score", "{\"latitude\":99,\"ip\":\"x\"}").pointers())
        .contains("/id", "/customerId", "/latitude", "/ip");
    assertThat(browser.get("console/attempts?customer=fr-in-c9").text())
        .contains("fr-in-9", "Block", "Wrong")
        .doesNotContain("fr-in-8");
    assertThat(browser.get("console/attempt?id=fr-in-9&kind=LOGIN").text())
        .contains("Sign-in fr-in-9", "198.51.100.77", "Accounts with wrong passwords");
    assertThat(browser.get("console/attempt?id=fr-in-9&kind=SIGNUP").status()).isEqualTo(404);

    api.put("customers/fr-in-c9", "{\"id\":\"fr-in-c9\"}");
    assertThat(api.delete("customers/fr-in-c9").status()).isEqualTo(204);
    assertThat(browser.get("console/attempt?id=fr-in-9&kind=LOGIN").status()).isEqualTo(404);
  }

  /** Who was in Berlin an hour ago is not in Tokyo; two lists say who passes and who does not. */
  @Test
  void impossibleJourneysAndListedDevicesAreSeen() {
    String berlin =
        "\"device\":\"fr-far-d\",\"country\":\"DE\",\"latitude\":52.52,\"longitude\":13.4";
    String tokyo =
        "\"device\":\"fr-far-e\",\"country\":\"JP\",\"latitude\":35.68,\"longitude\":139.69";
    String when = ",\"succeeded\":true,\"time\":\"%s\"";
    assertThat(
            signIn("fr-far-1", "fr-far-c", berlin + when.formatted(begin))
                .path("decision")
                .asText())
        .isEqualTo("allow");
    JsonNode far = signIn("fr-far-2", "fr-far-c", tokyo + when.formatted(begin.plusSeconds(3600)));
    assertThat(far.path("decision").asText()).isEqualTo("review");
    assertThat(far.path("reasons"))
        .extracting(why -> why.path("rule").asText())
        .containsExactly("login-travel", "login-new-device-abroad");

    api.post("fraud/lists", "{\"name\":\"fr-far-known\",\"kind\":\"device\"}").good();
    api.post(
            "fraud/lists/fr-far-known/entries",
            "text/csv",
            BodyPublishers.ofString("value\nfr-far-e\n"))
        .good();
    api.put("settings/fraud.attempt-trust-lists", "{\"value\":\"fr-far-known\"}").good();
    try {
      assertThat(
              signIn("fr-far-3", "fr-far-c", tokyo + when.formatted(begin.plusSeconds(3601)))
                  .path("decision")
                  .asText())
          .isEqualTo("allow");
    } finally {
      api.delete("settings/fraud.attempt-trust-lists");
    }
  }

  /**
   * One mailbox written in two ways; a form that nobody fills in so fast; nothing personal kept.
   */
  @Test
  void signUpsAreJudged() {
    String first =
        "{\"id\":\"fr-up-1\",\"email\":\"Ann.Up@gmail.com\",\"name\":\"Ann Up\",\"formSeconds\":31}";
    JsonNode good = api.post("signups:score", first).good().json();
    assertThat(good.path("decision").asText()).isEqualTo("allow");
    assertThat(good.path("kind").asText()).isEqualTo("signup");
    JsonNode same =
        api.post(
                "signups:score",
                "{\"id\":\"fr-up-2\",\"email\":\"annup+2@googlemail.com\",\"formSeconds\":44}")
            .good()
            .json();
    assertThat(same.path("decision").asText()).isEqualTo("review");
    assertThat(same.path("reasons").path(0).path("rule").asText()).isEqualTo("signup-same-inbox");
    JsonNode bot =
        api.post(
                "signups:score",
                "{\"id\":\"fr-up-3\",\"email\":\"x@mailinator.com\",\"formSeconds\":0.4}")
            .good()
            .json();
    assertThat(bot.path("decision").asText()).isEqualTo("block");
    assertThat(browser.get("console/attempt?id=fr-up-1&kind=SIGNUP").text())
        .contains("Sign-up fr-up-1")
        .doesNotContainIgnoringCase("gmail");
  }

  /**
   * What was refused comes before a person again, once, and the shopper may ask what became of it.
   */
  @Test
  void aShopperAppealsAndACaseIsOpenedAgain() {
    String device = "\"device\":\"fr-plea-d\",\"customerId\":\"fr-plea-c\"";
    for (int card = 0; card < 5; card++) {
      judged("fr-plea-" + card, card, "fr-plea-" + card, device);
    }
    Await.until(
        "a case", Duration.ofSeconds(20), () -> caseOf("fr-plea-c").text().contains("fr-plea-4"));
    act(caseOf("fr-plea-c"), "acts", Map.of("!do", "FRAUD"));
    String appeal = "transactions/fr-plea-4/appeal";
    assertThat(api.get(appeal).status()).isEqualTo(404);
    assertThat(api.post(appeal, "{\"text\":\" \"}").pointers()).containsExactly("/text");
    assertThat(api.post("transactions/fr-plea-0/appeal", "{\"text\":\"Why?\"}").status())
        .as("it was let pass")
        .isEqualTo(409);
    JsonNode taken = api.post(appeal, "{\"text\":\"It is <b>my</b> card.\"}").good().json();
    assertThat(taken.path("state").asText()).isEqualTo("open");
    assertThat(taken.path("shopperText").asText()).contains("looks at your payment again");
    Page page = caseOf("fr-plea-c");
    assertThat(page.text())
        .contains("The shopper appeals:", "It is &lt;b&gt;my&lt;/b&gt; card.", "High")
        .doesNotContain("Closed: Fraud.");
    JsonNode again = api.post(appeal, "{\"text\":\"Again!\"}").good().json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(caseOf("fr-plea-c").text()).doesNotContain("Again!");
    act(page, "acts", Map.of("!do", "CLEARED"));
    assertThat(api.get(appeal + "?lang=zh").good().json().path("shopperText").asText())
        .contains("一切正常");

    api.put("settings/fraud.appeal-most", "{\"value\":\"1\"}").good();
    try {
      judged("fr-plea-5", 9, "fr-plea-5", device);
      JsonNode more =
          api.post("transactions/fr-plea-5/appeal", "{\"text\":\"And this?\"}").good().json();
      assertThat(more.path("state").asText()).isEqualTo("refused");
      assertThat(more.path("caseId").isNull()).isTrue();
    } finally {
      api.delete("settings/fraud.appeal-most");
    }
  }

  /** With a customer go list entries, snoozes and what rules say of the person. */
  @Test
  void whoIsErasedIsNamedByNoListSnoozeOrRule() {
    api.put("customers/fr-gone-c", "{\"id\":\"fr-gone-c\",\"email\":\"gone@example.org\"}");
    for (String kind : List.of("customer", "email", "device")) {
      String name = "fr-gone-" + kind;
      String list = "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind);
      api.post("fraud/lists", list).good();
      String entries = "value\nfr-gone-c\nfr-stay-c\n";
      String mails = "value\nGone@Example.org\nstay@example.org\n";
      String csv = kind.equals("email") ? mails : entries;
      api.post("fraud/lists/" + name + "/entries", "text/csv", BodyPublishers.ofString(csv)).good();
    }
    assertThat(api.delete("customers/fr-gone-c").status()).isEqualTo(204);
    assertThat(browser.get("console/fraud-list?name=fr-gone-customer").text())
        .contains("fr-stay-c")
        .doesNotContain("fr-gone-c</");
    assertThat(browser.get("console/fraud-list?name=fr-gone-email").text())
        .contains("stay@example.org")
        .doesNotContainIgnoringCase("gone@example.org");
    assertThat(browser.get("console/fraud-list?name=fr-gone-device").text())
        .as("a device names nobody")
        .contains("fr-gone-c");
    assertThat(api.get("audit?n=20").text())
        .contains("2 list entries, 0 snoozes, 0 texts of rules");
  }

  /**
   * The same praise by two customers, with a link: suspect, until a person says that it is fine.
   */
  @Test
  void reviewsAreJudgedAndWhatPeopleSayStays() {
    String text = "This jug pours so well that I bought three more for my whole family, thank you";
    String body =
        "{\"id\":\"%s\",\"customerId\":\"%s\",\"text\":\"%s\",\"rating\":5,\"time\":\"%s\"}";
    api.put("reviews/fr-rev-1", body.formatted("fr-rev-1", "fr-rev-a", text, begin)).status();
    api.put(
        "reviews/fr-rev-2",
        body.formatted("fr-rev-2", "fr-rev-b", text + "! See www.jugs.shop", begin.plusSeconds(9)));
    Await.until(
        "both are judged",
        Duration.ofSeconds(60),
        () ->
            api.get("reviews/fr-rev-1/spam").status() == 200
                && api.get("reviews/fr-rev-2/spam").status() == 200);
    assertThat(api.get("reviews/fr-rev-1/spam").json().path("state").asText())
        .isEqualTo("unsuspected");
    JsonNode copy = api.get("reviews/fr-rev-2/spam").json();
    assertThat(copy.path("state").asText()).isEqualTo("suspect");
    assertThat(copy.path("score").asInt()).isEqualTo(80);
    assertThat(copy.path("reasons"))
        .extracting(JsonNode::asText)
        .containsExactly("Nearly the same text was written before (1)", "There is a link in it");
    assertThat(browser.get("console/spam-reviews?state=SUSPECT").text())
        .contains("fr-rev-2", "There is a link in it")
        .doesNotContain("fr-rev-1");
    assertThat(api.post("reviews/fr-rev-2/spam", "{\"label\":\"suspect\"}").pointers())
        .containsExactly("/label");
    assertThat(api.post("reviews/fr-rev-2/spam", "{\"label\":\"genuine\"}").status())
        .isEqualTo(204);
    assertThat(api.get("reviews/fr-rev-2/spam").json().path("state").asText()).isEqualTo("genuine");
    assertThat(api.delete("reviews/fr-rev-2").status()).isEqualTo(204);
    assertThat(api.get("reviews/fr-rev-2/spam").status()).isEqualTo(404);
  }

  /** A support agent sees the first signs; with a reason, all of them once, and it is on record. */
  @Test
  void keysAreMaskedByRoleAndShownForAReason(ShopServer shop) {
    judged("fr-veil", 1, "fr-veil-card", "\"device\":\"fr-veil-device\",\"ip\":\"203.0.113.99\"");
    assertThat(browser.get("console/payment?id=fr-veil").text())
        .contains("fr-veil-card", "fr-veil-device", "203.0.113.99");
    ConsoleBrowser agent = new Staff(shop).signedIn("fr-agent", "\"AGENT\"");
    String path = "console/payment?id=fr-veil";
    Page masked = agent.get(path);
    assertThat(masked.text())
        .contains("203.0.•••", "fr•••")
        .doesNotContain("fr-veil-card", "fr-veil-device", "113.99");
    Page silent = agent.submit(path, masked, "keys", Map.of("!reveal", "payment", "!reason", "x"));
    assertThat(silent.text()).doesNotContain("fr-veil-card");
    Page shown =
        agent.submit(
            path, masked, "keys", Map.of("!reveal", "payment", "!reason", "the bank calls"));
    assertThat(shown.text()).contains("fr-veil-card", "fr-veil-device", "203.0.113.99");
    assertThat(agent.get(path).text()).doesNotContain("fr-veil-card");
    assertThat(api.get("audit?n=20").text())
        .contains("keys.reveal", "transaction fr-veil", "the bank calls");
  }

  @Test
  void wrongQuestionsAreRefusedAndNothingIsKept() {
    Answer empty = api.post(SCORE, "{}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.contentType()).startsWith("application/problem+json");
    assertThat(empty.pointers()).contains("/id", "/amount", "/currency");
    assertThat(api.post(SCORE, "[]").status()).isEqualTo(400);
    assertThat(api.post(SCORE, "{\"id\":\"fr-x\",\"colour\":\"red\"}").pointers())
        .containsExactly("/colour");
    assertThat(
            api.post(SCORE, payment("fr-number", 0, "4111111111111111", "\"email\":\"nobody\""))
                .pointers())
        .containsExactly("/cardFingerprint", "/email");
    judged("fr-once", 0, "fr-once-card", "");
    assertThat(api.post(SCORE, payment("fr-once", 0, "fr-other-card", "")).pointers())
        .containsExactly("/id");
    assertThat(api.with("nobody").post(SCORE, "{}").status()).isEqualTo(401);
  }
}
