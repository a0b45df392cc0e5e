package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/** What the console counts of behaviour, as its table. */
public final class BehaviourTable {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private BehaviourTable() {}

  /** Waits until all is counted that was stored before a moment: an import is read in a while. */
  public static void awaitAllBefore(ConsoleBrowser browser, Instant moment) {
    Await.value(
        "what was stored before " + moment,
        LONGEST,
        () ->
            browser
                .get("console/behaviour.csv?view=SESSIONS")
                .headers()
                .firstValue("Last-Modified")
                .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                .filter(moment::isBefore));
  }

  /** The rows without their head; waits while events are being read. */
  public static List<List<String>> of(ConsoleBrowser browser, String query) {
    String path = "console/behaviour.csv?" + query;
    ConsoleBrowser.Page page =
        Await.value(
            "the table of " + query,
            LONGEST,
            () -> Optional.of(browser.get(path)).filter(answer -> answer.status() != 503));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    try (var rows = CSVFormat.RFC4180.parse(new StringReader(page.text()))) {
      return rows.stream().skip(1).map(row -> row.stream().toList()).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
