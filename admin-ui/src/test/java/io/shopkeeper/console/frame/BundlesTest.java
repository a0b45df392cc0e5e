package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's words as they stand in their files: a key that stands twice hides the first. */
class BundlesTest {

  private static final Path FOLDER = Path.of("src/main/resources/io/shopkeeper/console");

  private static List<String> keys(String bundle) throws IOException {
    return Files.readAllLines(FOLDER.resolve(bundle)).stream()
        .filter(line -> !line.startsWith("#") && line.contains("="))
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void noKeyStandsTwice(String bundle) throws IOException {
    assertThat(keys(bundle)).doesNotHaveDuplicates().hasSizeGreaterThan(2000);
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(keys("messages_zh_CN.properties"))
        .containsExactlyInAnyOrderElementsOf(keys("messages.properties"));
  }
}
