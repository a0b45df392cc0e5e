package io.shopkeeper.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern MAY = Pattern.compile("me\\.may\\('(\\w+)'\\)");
  private static final Pattern MAY_IN_CODE = Pattern.compile("\\.may\\(\"(\\w+)\"\\)");
  private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");
  private static final Pattern ADDRESS = Pattern.compile("\"/([^\"*]+)\"");
  private static final Pattern POLL = Pattern.compile("<p:poll (?!id=\"poll)");

  @Test
  void everyPageAndDownloadHasItsRightAndNoRightIsForNothing() {
    Set<String> there = new TreeSet<>();
    files(PAGES, ".xhtml").stream()
        .filter(file -> file.getParent().equals(PAGES))
        .forEach(file -> there.add(file.getFileName().toString().replace(".xhtml", "")));
    files(CODE, ".java").stream()
        .flatMap(file -> found(SERVLET, file).stream())
        .forEach(addresses -> there.addAll(found(ADDRESS, addresses)));
    assertThat(Stream.of(Page.values()).map(Page::address).collect(Collectors.toSet()))
        .as("addresses in Page")
        .containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void aPageIsFoundByItsAddressWithAndWithoutItsEnding() {
    assertThat(Page.at("/")).contains(Page.OVERVIEW);
    assertThat(Page.at("/keys")).contains(Page.KEYS);
    assertThat(Page.at("/keys.xhtml")).contains(Page.KEYS);
    assertThat(Page.at("/quarantine.csv")).contains(Page.QUARANTINE_TABLE);
    assertThat(Page.at("/WEB-INF/web.xml")).isEmpty();
    assertThat(Page.at("/keys/..;/sign-in")).isEmpty();
  }

  @Test
  void pagesAskForRightsThatThereAre() {
    Set<String> asked = new TreeSet<>();
    files(PAGES, ".xhtml").forEach(file -> asked.addAll(found(MAY, file)));
    files(CODE, ".java").forEach(file -> asked.addAll(found(MAY_IN_CODE, file)));
    assertThat(Stream.of(Right.values()).map(Right::name)).containsAll(asked);
    assertThat(asked).isNotEmpty();
  }

  /** What a page asks for by itself must not look like a person at work: see {@code Visit}. */
  @Test
  void pollsAreKnownByTheirName() {
    assertThat(files(PAGES, ".xhtml"))
        .filteredOn(file -> POLL.matcher(text(file)).find())
        .isEmpty();
  }

  private static List<String> found(Pattern pattern, Path file) {
    return found(pattern, text(file));
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(1)).toList();
  }

  private static List<Path> files(Path below, String ending) {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
