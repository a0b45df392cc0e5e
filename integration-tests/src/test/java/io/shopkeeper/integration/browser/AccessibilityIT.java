package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing on any page keeps anybody out, by day and by night, at a desk and on a phone. */
class AccessibilityIT extends BrowserSuite {

  @ParameterizedTest
  @EnumSource
  void keepsNobodyOut(Screen screen) {
    if (screen.inside()) {
      signIn();
    }
    for (Look look :
        new Look[] {Look.DESK, Look.DESK.in("dark"), new Look("zh-CN", "light", 390)}) {
      browser().look(look);
      screen.open(browser(), shop());
      assertThat(Axe.findings(browser())).as(screen + " " + look).isEmpty();
      assertThat(overflow())
          .as("pixels that %s is too wide, %s", screen, look)
          .isLessThanOrEqualTo(0);
    }
  }

  private long overflow() {
    return (Long)
        browser()
            .script(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth");
  }
}
