package io.shopkeeper.console.models;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the history says of the quality gate, taken apart.
 *
 * @param how what came of it
 * @param metric its name, such as {@code ndcg_at_10}
 * @param other beside what the version stood, such as {@code the settings of v1}
 * @param units digits
 * @param unit of what there were so many, such as {@code users}
 * @param split such as {@code time:0.2}
 * @param more what a person added; empty if nobody did
 */
record GateSentence(
    How how,
    String metric,
    String candidate,
    String against,
    String other,
    String low,
    String high,
    String units,
    String unit,
    String split,
    String more) {

  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<metric>\\S+) (?<candidate>\\S+) against (?<against>\\S+) of (?<other>.+?),"
              + " difference (?<low>\\S+) to (?<high>\\S+), (?<units>\\d+) (?<unit>users|customers|products|rows),"
              + " (?<split>.+?)(?:\\. (?<more>.*))?",
          Pattern.DOTALL);

  /** How a version came to serve. */
  enum How {
    /** There was none before it. */
    FIRST("The first version goes live. The quality gate let it pass: "),
    /** By itself. */
    PASSED("The quality gate let it pass: "),
    /** Somebody insisted. */
    OVER("Over the quality gate: ");

    private final String words;

    How(String words) {
      this.words = words;
    }
  }

  /** Of a reason; empty for one that is not about the gate. */
  static Optional<GateSentence> find(String reason) {
    return Arrays.stream(How.values())
        .filter(how -> reason.startsWith(how.words))
        .findFirst()
        .flatMap(how -> read(how, FIGURES.matcher(reason.substring(how.words.length()))));
  }

  private static Optional<GateSentence> read(How how, Matcher figures) {
    return figures.matches()
        ? Optional.of(
            new GateSentence(
                how,
                figures.group("metric"),
                figures.group("candidate"),
                figures.group("against"),
                figures.group("other"),
                figures.group("low"),
                figures.group("high"),
                figures.group("units"),
                figures.group("unit"),
                figures.group("split"),
                figures.group("more") == null ? "" : figures.group("more")))
        : Optional.empty();
  }
}
