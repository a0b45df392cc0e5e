package io.shopkeeper.console.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences of the server and their translations: a line each, a tab between, the first that fits
 * counts. A star stands for what differs; {@code {1}} is what the first star stood for. Immutable.
 */
final class FaultTable {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final List<Line> lines;

  private record Line(Pattern sentence, String translation) {}

  private FaultTable(List<Line> lines) {
    this.lines = lines;
  }

  /** Reads a table that lies beside the console's words. */
  static FaultTable read(String name) {
    try (InputStream in = FaultTable.class.getResourceAsStream("/io/shopkeeper/console/" + name);
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new FaultTable(text.lines().map(FaultTable::line).toList());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Line line(String text) {
    String[] halves = text.split("\t", -1);
    if (halves.length != 2) {
      throw new IllegalStateException("no sentence and translation: " + text);
    }
    String sentence =
        Arrays.stream(halves[0].split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.*)"));
    return new Line(Pattern.compile(sentence, Pattern.DOTALL), halves[1]);
  }

  /** The translation; the sentence itself where there is none. */
  String translate(String sentence) {
    for (Line line : lines) {
      Matcher found = line.sentence().matcher(sentence);
      if (found.matches()) {
        return PLACE
            .matcher(line.translation())
            .replaceAll(
                place -> Matcher.quoteReplacement(found.group(Integer.parseInt(place.group(1)))));
      }
    }
    return sentence;
  }
}
