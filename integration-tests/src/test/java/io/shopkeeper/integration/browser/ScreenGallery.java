package io.shopkeeper.integration.browser;

import io.shopkeeper.integration.browser.page.ModelsPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pictures of every page in {@code target/screenshots}, to be looked at. Not a test of its own: it
 * runs in Maven's profile {@code screenshots}; {@code -Dscreens=OVERVIEW,DATA} takes only these,
 * {@code -Dlooks=few} four looks in place of eight.
 */
class ScreenGallery extends BrowserSuite {

  private static final Path FOLDER = Path.of("target", "screenshots");

  @TestFactory
  List<DynamicTest> pictures() {
    List<DynamicTest> pictures = new ArrayList<>();
    pictures.add(DynamicTest.dynamicTest("sign in", this::signIn));
    if (chosen().contains(Screen.MODEL_COMPARISON)) {
      pictures.add(
          DynamicTest.dynamicTest(
              "a second version",
              () -> ModelsPage.open(browser()).train("popularity").awaitSuccess()));
    }
    for (Screen screen : chosen()) {
      for (Look look : looks()) {
        pictures.add(DynamicTest.dynamicTest(name(screen, look), () -> take(screen, look)));
      }
    }
    return pictures;
  }

  private static List<Screen> chosen() {
    String wanted = System.getProperty("screens", "");
    return wanted.isBlank()
        ? List.of(Screen.values())
        : java.util.Arrays.stream(wanted.split(",")).map(Screen::valueOf).toList();
  }

  private static List<Look> looks() {
    if ("few".equals(System.getProperty("looks"))) {
      return List.of(
          Look.DESK,
          new Look("zh-CN", "dark", 1440),
          new Look("zh-CN", "light", 390),
          new Look("en", "dark", 390));
    }
    List<Look> looks = new ArrayList<>();
    for (int width : new int[] {1440, 390}) {
      for (String language : List.of("en", "zh-CN")) {
        for (String theme : List.of("light", "dark")) {
          looks.add(new Look(language, theme, width));
        }
      }
    }
    return looks;
  }

  private void take(Screen screen, Look look) {
    browser().look(look);
    screen.open(browser(), shop());
    browser().picture(FOLDER.resolve(name(screen, look) + ".png"), true);
  }

  private static String name(Screen screen, Look look) {
    return String.join(
        "-",
        screen.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Integer.toString(look.width()),
        look.language(),
        look.theme());
  }
}
