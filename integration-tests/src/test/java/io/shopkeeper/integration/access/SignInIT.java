package io.shopkeeper.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.platform.identity.Base32;
import io.shopkeeper.platform.identity.Totp;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming in with all steps, and going. */
@ExtendWith(RunningShop.OnH2.class)
class SignInIT {

  private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY =
      Pattern.compile("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})<");

  private ShopServer shop;
  private Staff staff;

  @BeforeEach
  void begin(ShopServer running) {
    shop = running;
    staff = new Staff(running);
  }

  @Test
  void aLinkWorksOnceAndAWeakPasswordDoesNotUseItUp() {
    JsonNode invited =
        shop.api().post("people", "{\"username\":\"in-link\",\"roles\":[\"VIEWER\"]}").json();
    var browser = new ConsoleBrowser(shop.base());
    String link = invited.path("path").asText();
    assertThat(Staff.choose(browser, link, "password12345678").text()).contains("easy to guess");
    assertThat(Staff.choose(browser, link, Staff.PASSWORD).location()).contains("welcome=1");
    assertThat(browser.get(link.substring(1)).text()).doesNotContain("choose:password");
    assertThat(browser.signIn("in-link", Staff.PASSWORD).location()).endsWith("/console/");
  }

  @Test
  void aNewLinkVoidsTheOldOneAndAResetEndsAllSessions() {
    ConsoleBrowser browser = staff.signedIn("in-reset", "\"VIEWER\"");
    String first = shop.api().post("people/in-reset:reset", "").json().path("path").asText();
    String second = shop.api().post("people/in-reset:reset", "").json().path("path").asText();
    var other = new ConsoleBrowser(shop.base());
    assertThat(other.get(first.substring(1)).text()).doesNotContain("choose:password");
    assertThat(browser.get("console/models").status()).isEqualTo(200);
    String changed = "seventeen-copper-lamps-by-the-river";
    assertThat(Staff.choose(other, second, changed).location()).contains("welcome=1");
    assertThat(browser.get("console/models").location()).contains("expired");
    assertThat(other.signIn("in-reset", Staff.PASSWORD).text()).contains("is wrong");
    assertThat(other.signIn("in-reset", changed).location()).endsWith("/console/");
  }

  @Test
  void theSecondFactorIsAskedForAndACodeIsTakenOnce() {
    ConsoleBrowser browser = staff.signedIn("in-factor", "\"ANALYST\"");
    byte[] secret = enrol(browser);
    List<String> recovery = confirm(browser, secret);
    assertThat(recovery).hasSize(10);

    var again = new ConsoleBrowser(shop.base());
    assertThat(again.signIn("in-factor", Staff.PASSWORD).location()).endsWith("/second-step");
    assertThat(again.get("console/models").location()).contains("sign-in");
    assertThat(code(again, "000000").text()).contains("code is wrong");
    // The step of the enrolment is used up: only the next one is taken.
    String next = Totp.code(secret, Totp.step(Instant.now(java.time.Clock.systemUTC())) + 1);
    assertThat(code(again, next).location()).endsWith("/console/");

    var overheard = new ConsoleBrowser(shop.base());
    overheard.signIn("in-factor", Staff.PASSWORD);
    assertThat(code(overheard, next).text()).contains("code is wrong");
    assertThat(code(overheard, recovery.getFirst().toLowerCase(java.util.Locale.ROOT)).location())
        .endsWith("/console/");

    var spent = new ConsoleBrowser(shop.base());
    spent.signIn("in-factor", Staff.PASSWORD);
    assertThat(code(spent, recovery.getFirst()).text()).contains("code is wrong");
  }

  @Test
  void whoNeedsASecondFactorSetsItUpBeforeAnythingElse() {
    ConsoleBrowser admin = staff.signedIn("in-rules", "\"ADMIN\"");
    rules(admin, "MARKETER");
    try {
      ConsoleBrowser marketer = staff.signedIn("in-must", "\"MARKETER\"");
      assertThat(marketer.get("console/models").location()).endsWith("/second-factor");
      Page refused = marketer.send(HttpRequest.newBuilder(marketer.address("api/v1/status")).GET());
      assertThat(refused.status()).isEqualTo(403);
      confirm(marketer, enrol(marketer));
      assertThat(marketer.get("console/models").status()).isEqualTo(200);
    } finally {
      rules(admin, "");
    }
  }

  @Test
  void nobodyCanFindOutWhoThereIs() {
    staff.invite("in-known", "\"VIEWER\"");
    List<String> known = answers("in-known");
    List<String> unknown = answers("in-unknown-person");
    assertThat(unknown).isEqualTo(known);
    assertThat(known.getLast()).contains("Too many failed attempts");
  }

  @Test
  void theBrowsersSessionGetsAnotherIdWhenSomebodyComesIn() {
    ConsoleBrowser browser = staff.invite("in-fixed", "\"VIEWER\"");
    browser.get("console/sign-in");
    String before = browser.cookie("SHOPKEEPER_CONSOLE").orElseThrow();
    browser.signIn("in-fixed", Staff.PASSWORD);
    assertThat(browser.cookie("SHOPKEEPER_CONSOLE").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void onesOtherSessionsEndWhenThePasswordChanges() {
    ConsoleBrowser first = staff.signedIn("in-change", "\"VIEWER\"");
    var second = new ConsoleBrowser(shop.base());
    second.signIn("in-change", Staff.PASSWORD);
    assertThat(second.get("console/models").status()).isEqualTo(200);
    Page account = first.get("console/account");
    String fresh = "copper-river-lamp-by-seventeen";
    Page changed =
        first.submit(
            "console/account",
            account,
            "change",
            Map.of("present", Staff.PASSWORD, "wanted", fresh, "save", "x"));
    assertThat(changed.text()).contains("Your password is changed");
    assertThat(first.get("console/models").status()).isEqualTo(200);
    assertThat(second.get("console/models").location()).contains("expired");
    assertThat(second.send(HttpRequest.newBuilder(second.address("api/v1/status")).GET()).status())
        .isEqualTo(401);
  }

  @Test
  void preferencesStayWithThePerson() {
    ConsoleBrowser browser = staff.signedIn("in-prefer", "\"VIEWER\"");
    Page account = browser.get("console/account");
    browser.submit(
        "console/account",
        account,
        "prefer",
        Map.of("language", "zh-CN", "zone", "Asia/Shanghai", "theme", "dark", "save", "x"));
    var elsewhere = new ConsoleBrowser(shop.base());
    elsewhere.signIn("in-prefer", Staff.PASSWORD);
    Page models = elsewhere.get("console/account");
    assertThat(models.text()).contains("lang=\"zh-CN\"").contains("data-theme=\"dark\"");
    assertThat(models.text()).contains("我的账户");
  }

  @Test
  void theLastAdministratorStays() {
    // All administrators but the one of the first start are disabled; that one may not be.
    for (JsonNode person : shop.api().get("people").json()) {
      boolean admin = person.path("roles").toString().contains("ADMIN");
      if (admin && !person.path("username").asText().equals("admin")) {
        shop.api().put("people/" + person.path("username").asText(), "{\"disabled\":true}");
      }
    }
    assertThat(shop.api().put("people/admin", "{\"disabled\":true}").status()).isEqualTo(409);
    assertThat(shop.api().put("people/admin", "{\"roles\":[\"VIEWER\"]}").status()).isEqualTo(409);
    for (JsonNode person : shop.api().get("people").json()) {
      shop.api().put("people/" + person.path("username").asText(), "{\"disabled\":false}");
    }
  }

  @Test
  void keysRotateWithAnOverlap() {
    JsonNode old =
        shop.api()
            .post("keys", "{\"name\":\"turn\",\"kind\":\"SECRET\",\"scopes\":[\"READ\"]}")
            .json();
    String id = old.path("key").path("id").asText();
    JsonNode fresh = shop.api().post("keys/" + id + ":rotate", "{\"overlapDays\":1}").json();
    for (JsonNode key : List.of(old, fresh)) {
      assertThat(shop.api().with(key.path("text").asText()).get("status").status()).isEqualTo(200);
    }
    assertThat(shop.api().post("keys/" + id + ":rotate", "{}").status()).isEqualTo(409);
    String freshId = fresh.path("key").path("id").asText();
    JsonNode third = shop.api().post("keys/" + freshId + ":rotate", "{\"overlapDays\":0}").json();
    assertThat(shop.api().with(fresh.path("text").asText()).get("status").status()).isEqualTo(401);
    assertThat(shop.api().with(third.path("text").asText()).get("status").status()).isEqualTo(200);
  }

  @Test
  void actsAreRecordedWithTheirOriginAndTheChainIsWhole() {
    staff.signedIn("in-audit", "\"VIEWER\"");
    JsonNode acts = shop.api().get("audit?q=in-audit&n=10").json();
    List<String> names = new ArrayList<>();
    acts.forEach(act -> names.add(act.path("act").asText() + " " + act.path("source").asText()));
    assertThat(names)
        .contains(
            "sign-in CONSOLE",
            "password.set CONSOLE",
            "person.invite INTERFACE",
            "person.add INTERFACE");
    assertThat(acts.path(0).path("address").asText()).isEqualTo("127.0.0.1");
    JsonNode verdict = shop.api().get("audit/verdict").json();
    assertThat(verdict.path("intact").asBoolean()).as(verdict.toString()).isTrue();
    String csv =
        shop.api()
            .send(
                shop.api()
                    .request("audit/export?format=csv&act=person.")
                    .header("Accept", "text/csv")
                    .GET())
            .text();
    assertThat(csv).startsWith("number,time,actor,act,").contains("person.add");
  }

  private List<String> answers(String username) {
    var browser = new ConsoleBrowser(shop.base());
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String text = browser.signIn(username, "wrong-" + i).text();
      Matcher notice = Pattern.compile("notice bad[^>]*>(?:\\s*<[^>]*>)*\\s*([^<]+)").matcher(text);
      answers.add(notice.find() ? notice.group(1) : text);
    }
    return answers;
  }

  private static void rules(ConsoleBrowser admin, String role) {
    Page page = admin.get("console/sign-in-rules");
    Map<String, String> fields = new java.util.HashMap<>();
    fields.put("idle", "30");
    fields.put("longest", "12");
    fields.put("link", "72");
    fields.put("save", "x");
    if (!role.isEmpty()) {
      fields.put("roles", role);
    }
    assertThat(admin.submit("console/sign-in-rules", page, "rules", fields).text())
        .contains("The rules hold from now on");
  }

  private static byte[] enrol(ConsoleBrowser browser) {
    Page page = browser.get("console/second-factor");
    Page proposed = browser.submit("console/second-factor", page, "propose", Map.of("go", "x"));
    Matcher secret = SECRET.matcher(proposed.text());
    assertThat(secret.find()).as(proposed.text()).isTrue();
    assertThat(proposed.text()).contains("<svg class=\"qr\"");
    return Base32.decode(secret.group(1).replace(" ", ""));
  }

  private static List<String> confirm(ConsoleBrowser browser, byte[] secret) {
    Page page = browser.get("console/second-factor");
    String code = Totp.code(secret, Totp.step(Instant.now(java.time.Clock.systemUTC())));
    Page confirmed =
        browser.submit("console/second-factor", page, "confirm", Map.of("code", code, "go", "x"));
    List<String> codes = new ArrayList<>();
    Matcher matcher = RECOVERY.matcher(confirmed.text());
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    assertThat(codes).as(confirmed.text()).isNotEmpty();
    return codes;
  }

  private static Page code(ConsoleBrowser browser, String code) {
    Page page = browser.get("console/second-step");
    return browser.submit("console/second-step", page, "step", Map.of("code", code, "enter", "x"));
  }
}
