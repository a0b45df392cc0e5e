package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.ConsolePage;
import io.shopkeeper.integration.browser.page.SignInPage;
import org.junit.jupiter.api.Test;

/** Somebody is invited, works within the role, is sent out; settings and audit are looked after. */
class AdministratorsDayIT extends BrowserSuite {

  private static final String NAME = "day-agent";
  private static final String PASSWORD = "river-lamp-seventeen-copper";

  @Test
  void somebodyIsInvitedWorksAndIsSentOut() {
    signIn();
    ConsolePage.open(browser(), "people");
    browser().type(browser().find("[id='add:username']"), NAME);
    browser().find("input[name='add:roles'][value=AGENT]").click();
    if (browser().find("input[name='add:roles'][value=VIEWER]").isSelected()) {
      browser().find("input[name='add:roles'][value=VIEWER]").click();
    }
    browser().follow(browser().find("[id='add:make']"));
    String link = browser().find("code.secret").getText();

    try (Browser other = Browser.start(shop().base())) {
      other.open(link.substring(link.indexOf("/console/")));
      other.type(other.find("[id='choose:password']"), PASSWORD);
      other.type(other.find("[id='choose:again']"), PASSWORD);
      other.follow("[id='choose:keep']");
      assertThat(SignInPage.open(other).enter(NAME, PASSWORD).heading()).isEqualTo("Overview");
      other.open("/console/keys");
      assertThat(other.find("main h1").getText()).doesNotContain("Keys");
      assertThat(other.all("a[href$='/console/people']")).isEmpty();

      ConsolePage.open(browser(), "sessions");
      browser()
          .follow(browser().find("tr:has(a[href='person?name=" + NAME + "']) button[name=end]"));
      other.open("/console/models");
      assertThat(other.path()).isEqualTo("/console/expired");

      ConsolePage.open(browser(), "person?name=" + NAME);
      browser().follow(browser().find("[id='acts:disable']"));
      assertThat(SignInPage.open(other).refused(NAME, PASSWORD).complaint()).contains("wrong");
    }
    ConsolePage.open(browser(), "audit?actor=admin&text=" + NAME);
    assertThat(browser().all("table.audit tbody tr")).hasSizeGreaterThanOrEqualTo(3);
    browser().follow(browser().find("[id='check:verify']"));
    assertThat(browser().find("main .notice.ok").getText()).contains("are as they were written");
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void aSettingIsRefusedChangedAndPutBack() {
    signIn();
    ConsolePage.open(browser(), "settings");
    String field = "[id='s.chat.return-days']";
    browser().type(browser().find(field), "many");
    browser().follow(browser().find("button[name=save][value=chat]"));
    assertThat(browser().find(".setting:has(" + field + ") .fault").getText())
        .contains("whole number");
    browser().type(browser().find(field), "21");
    browser().follow(browser().find("button[name=save][value=chat]"));
    assertThat(shop().api().get("chat/policy").json().path("returnDays").asInt()).isEqualTo(21);
    assertThat(browser().find("section[aria-labelledby=changes] tbody tr").getText())
        .contains("admin")
        .contains("21");
    browser().follow(browser().find("button[name=reset][value='chat.return-days']"));
    assertThat(browser().find(field).getAttribute("value")).isNotEqualTo("21");
    assertThat(browser().complaints()).isEmpty();
  }
}
