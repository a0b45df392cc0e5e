package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing on any page keeps anybody out, by day and by night, at a desk and on a phone. One window
 * sees them all, the open ones first, so that one signs in but once.
 */
class AccessibilityIT extends BrowserSuite {

  private static final List<Look> LOOKS =
      List.of(Look.DESK, Look.DESK.in("dark"), new Look("zh-CN", "light", 390));

  @TestFactory
  List<DynamicTest> pages() {
    List<DynamicTest> tests = new ArrayList<>();
    Arrays.stream(Screen.values())
        .sorted(Comparator.comparing(Screen::inside))
        .forEach(
            screen -> {
              if (screen.inside() && tests.stream().noneMatch(this::isDoor)) {
                tests.add(DynamicTest.dynamicTest("sign in", this::signIn));
              }
              tests.add(DynamicTest.dynamicTest(screen.name(), () -> keepsNobodyOut(screen)));
            });
    return tests;
  }

  private boolean isDoor(DynamicTest test) {
    return test.getDisplayName().equals("sign in");
  }

  private void keepsNobodyOut(Screen screen) {
    List<String> found = new ArrayList<>();
    for (Look look : LOOKS) {
      browser().look(look);
      screen.open(browser(), shop());
      Axe.findings(browser()).forEach(finding -> found.add(look + " " + finding));
      long overflow = overflow();
      if (overflow > 0) {
        found.add(look + " is " + overflow + " pixels too wide");
      }
    }
    assertThat(found).isEmpty();
  }

  private long overflow() {
    return (Long)
        browser()
            .script(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth");
  }
}
