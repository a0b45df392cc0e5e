package io.shopkeeper.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the source text shows. */
class SourceRulesTest {

  private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");
  private static final Pattern CATCH_ALL = Pattern.compile("catch \\((Exception|Throwable) ");
  // Setting a sequence to a value, as a restore does, leaves the schema as it is.
  private static final Pattern SCHEMA_CHANGE =
      Pattern.compile(
          "\\b(CREATE|ALTER|DROP)\\s+(TABLE|INDEX|SEQUENCE)\\b(?!\\s+\\S+\\s+RESTART)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEAN =
      Pattern.compile("@Named(?:\\(\"(\\w+)\"\\)|(?=\\s)[^{;]*?\\bclass (\\w+))");
  private static final Pattern VARIABLE = Pattern.compile("\\bvar=\"(\\w+)\"");
  private static final int LONGEST_FILE = 500;

  @Test
  void noExceptionIsSwallowed() {
    assertThat(House.sources())
        .filteredOn(file -> EMPTY_CATCH.matcher(House.text(file)).find())
        .isEmpty();
  }

  @Test
  void nobodyCatchesEverything() {
    assertThat(House.sources())
        .filteredOn(file -> CATCH_ALL.matcher(House.text(file)).find())
        .isEmpty();
  }

  @Test
  void onlyMigrationsChangeTheSchema() {
    assertThat(House.sources())
        .filteredOn(file -> SCHEMA_CHANGE.matcher(House.text(file)).find())
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertThat(House.sources().stream().map(Path::getParent).distinct())
        .filteredOn(
            folder ->
                !Files.exists(folder.resolve("package-info.java"))
                    || !House.text(folder.resolve("package-info.java")).startsWith("/**"))
        .isEmpty();
  }

  /** The bean would be gone in the row: an error that only shows when there are rows. */
  @ParameterizedTest
  @ValueSource(strings = {"admin-ui", "web"})
  void noVariableOfAPageHidesABean(String module) {
    Set<String> beans =
        House.sources().stream()
            .filter(file -> file.toString().contains("/" + module + "/"))
            .flatMap(file -> BEAN.matcher(House.text(file)).results())
            .map(SourceRulesTest::beanName)
            .collect(Collectors.toSet());
    assertThat(beans).isNotEmpty();
    assertThat(House.webFiles(module, ".xhtml"))
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(VARIABLE.matcher(House.text(page)).results().map(at -> at.group(1)))
                    .as(page.toString())
                    .doesNotContainAnyElementsOf(beans));
  }

  /** One brace too few, and the browser drops all that follows. */
  @ParameterizedTest
  @ValueSource(strings = {"admin-ui", "web"})
  void everyStyleSheetIsWhole(String module) {
    assertThat(House.webFiles(module, ".css"))
        .isNotEmpty()
        .allSatisfy(
            file -> {
              String text = House.text(file);
              assertThat(text.chars().filter(sign -> sign == '{').count())
                  .as(file.toString())
                  .isEqualTo(text.chars().filter(sign -> sign == '}').count());
            });
  }

  private static String beanName(MatchResult bean) {
    return bean.group(1) != null
        ? bean.group(1)
        : bean.group(2).substring(0, 1).toLowerCase(Locale.ROOT) + bean.group(2).substring(1);
  }

  @Test
  void noFileIsLongerThanOneCanRead() {
    assertThat(House.sources())
        .filteredOn(file -> House.text(file).lines().count() > LONGEST_FILE)
        .isEmpty();
  }
}
