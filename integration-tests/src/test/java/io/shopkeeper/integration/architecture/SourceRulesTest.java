package io.shopkeeper.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only the source text shows. */
class SourceRulesTest {

  private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");
  private static final Pattern CATCH_ALL = Pattern.compile("catch \\((Exception|Throwable) ");
  // Setting a sequence to a value, as a restore does, leaves the schema as it is.
  private static final Pattern SCHEMA_CHANGE =
      Pattern.compile(
          "\\b(CREATE|ALTER|DROP)\\s+(TABLE|INDEX|SEQUENCE)\\b(?!\\s+\\S+\\s+RESTART)",
          Pattern.CASE_INSENSITIVE);
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

  @Test
  void noFileIsLongerThanOneCanRead() {
    assertThat(House.sources())
        .filteredOn(file -> House.text(file).lines().count() > LONGEST_FILE)
        .isEmpty();
  }
}
