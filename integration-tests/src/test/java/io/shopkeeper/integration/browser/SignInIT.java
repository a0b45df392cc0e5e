package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.ConsolePage;
import io.shopkeeper.integration.browser.page.SignInPage;
import org.junit.jupiter.api.Test;

/** Who comes in, and who does not. */
class SignInIT extends BrowserSuite {

  @Test
  void theAdministratorComesInAndGoesOut() {
    ConsolePage overview = signIn();
    assertThat(overview.heading()).isEqualTo("Overview");
    overview.signOut();
    browser().open("/console/models");
    assertThat(browser().path()).as("where a stranger is sent").startsWith("/console/sign-in");
  }

  @Test
  void theDoorOpensByKeyboardAlone() {
    SignInPage door = SignInPage.open(browser());
    assertThat(door.focusedField()).isEqualTo("door:username");
    assertThat(door.enterByKeyboard("admin", shop().administratorPassword()).heading())
        .isEqualTo("Overview");
  }

  @Test
  void aWrongPasswordIsRefusedWithoutSayingWhatWasWrong() {
    SignInPage door = SignInPage.open(browser());
    String wrongPassword = door.refused("admin", "not the password").complaint();
    String wrongName = door.refused("nobody-of-this-name", "not the password").complaint();
    assertThat(wrongPassword).isEqualTo("User name or password is wrong.").isEqualTo(wrongName);
    assertThat(door.refused("", "").fault()).isEqualTo("Enter your user name.");
  }

  @Test
  void theDoorLocksAfterFiveFailures() {
    String name = "locked-out";
    String password = "river-lamp-seventeen-copper";
    signIn();
    ConsolePage.open(browser(), "people");
    browser().type(browser().find("[id='add:username']"), name);
    browser().follow(browser().find("[id='add:make']"));
    String link = browser().find("code.secret").getText();
    browser().forget();
    browser().open(link.substring(link.indexOf("/console/")));
    browser().type(browser().find("[id='choose:password']"), password);
    browser().type(browser().find("[id='choose:again']"), password);
    browser().follow(browser().find("[id='choose:keep']"));
    browser().forget();
    SignInPage door = SignInPage.open(browser());
    for (int attempt = 1; attempt < 5; attempt++) {
      assertThat(door.refused(name, "wrong " + attempt).complaint()).contains("is wrong");
    }
    assertThat(door.refused(name, "wrong at last").complaint()).contains("Try again in");
    assertThat(door.refused(name, password).complaint()).contains("Try again in");
  }

  @Test
  void theConsoleSpeaksBothLanguages() {
    ConsolePage english = signIn();
    assertThat(english.language()).isEqualTo("en");
    ConsolePage chinese = english.switchLanguage();
    assertThat(chinese.language()).isEqualTo("zh-CN");
    assertThat(chinese.heading()).isEqualTo("概览");
    assertThat(chinese.switchLanguage().heading()).isEqualTo("Overview");
  }

  @Test
  void theThemeStays() {
    assertThat(signIn().switchTheme().theme()).isEqualTo("dark");
    assertThat(ConsolePage.open(browser(), "models").theme()).isEqualTo("dark");
  }
}
