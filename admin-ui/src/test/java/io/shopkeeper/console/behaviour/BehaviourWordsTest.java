package io.shopkeeper.console.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import io.shopkeeper.prediction.boundary.behaviour.Within;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question, kind and text of the page has words in both languages. */
class BehaviourWordsTest {

  private static final Pattern KEY =
      Pattern.compile("(?:t\\[|words\\.format\\(|\\? |: )'([a-zA-Z_.]+\\.[a-zA-Z_.]+)'");
  private static final Pattern HEAD = Pattern.compile("add\\(\\s*head\\(([^;]+)\\);");
  private static final Pattern TEXT = Pattern.compile("\"([a-z.]+)\"");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java/io/shopkeeper/console/behaviour");

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyKindHasWords(String bundle) throws IOException {
    Properties words = words(bundle);
    assertWords(words, "behaviourView", View.values());
    assertWords(words, "behaviourRule", View.values());
    assertWords(
        words,
        "segment",
        Stream.of(Segment.values())
            .filter(segment -> segment.group().isEmpty())
            .toArray(Segment[]::new));
    assertWords(words, "within", Within.values());
    assertWords(words, "did", EventType.values());
    assertWords(words, "rfmGroup", RfmView.Group.values());
    assertWords(words, "rfmGroupHelp", RfmView.Group.values());
  }

  private static void assertWords(Properties words, String group, Enum<?>... values) {
    for (Enum<?> value : values) {
      assertThat(words).containsKey(group + "." + value.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyTextOfThePagesAndTablesHasWords(String bundle) throws IOException {
    Properties words = words(bundle);
    Stream<Path> views =
        Stream.of(View.values())
            .map(view -> PAGES.resolve("WEB-INF/behaviour").resolve(view + ".xhtml"));
    List<Path> pages =
        Stream.concat(
                views,
                Stream.of(
                    PAGES.resolve("behaviour.xhtml"),
                    PAGES.resolve("WEB-INF/behaviour/choose.xhtml")))
            .toList();
    for (Path page : pages) {
      Matcher key = KEY.matcher(Files.readString(page));
      while (key.find()) {
        assertThat(words).as(page.toString()).containsKey(key.group(1));
      }
    }
    Matcher heads = HEAD.matcher(Files.readString(CODE.resolve("BehaviourTables.java")));
    while (heads.find()) {
      Matcher text = TEXT.matcher(heads.group(1));
      while (text.find()) {
        assertThat(words).containsKey("behaviour." + text.group(1));
      }
    }
  }

  private static Properties words(String bundle) throws IOException {
    var words = new Properties();
    try (var reader =
        new InputStreamReader(
            BehaviourWordsTest.class.getResourceAsStream("/io/shopkeeper/console/" + bundle),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
