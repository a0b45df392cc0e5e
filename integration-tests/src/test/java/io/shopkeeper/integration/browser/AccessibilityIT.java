package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing on any page keeps anybody out, by day and by night, at a desk and on a phone. One window
 * sees them all, the open ones first, so that one signs in but once.
 */
class AccessibilityIT extends BrowserSuite {

  private static final List<Look> LOOKS = List.of(Look.DESK, new Look("zh-CN", "light", 390));

  @TestFactory
  Stream<DynamicTest> pages() {
    return Stream.of(
            of(screen -> !screen.inside()),
            Stream.of(DynamicTest.dynamicTest("sign in", this::signIn)),
            of(Screen::inside))
        .flatMap(Function.identity());
  }

  private Stream<DynamicTest> of(Predicate<Screen> wanted) {
    return Arrays.stream(Screen.values())
        .filter(wanted)
        .map(screen -> DynamicTest.dynamicTest(screen.name(), () -> keepsNobodyOut(screen)));
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
      browser().darken();
      Axe.findingsOfColour(browser())
          .forEach(finding -> found.add(look.in("dark") + " " + finding));
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
