package io.shopkeeper.training;

import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedFigure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How what was trained did beside another model on the same held-out units. A training tells it
 * among its facts.
 *
 * @param opponent which other model
 * @param version of the other one in the registry; 0 where it has none
 * @param split on which both were measured
 * @param figures by metric
 */
public record Beside(
    Opponent opponent, int version, String split, Map<String, PairedFigure> figures) {

  private static final String START = "beside.";
  private static final String OPPONENT = START + "opponent";
  private static final String VERSION = START + "version";
  private static final String SPLIT = START + "split";
  private static final String METRIC = START + "metric.";

  public Beside {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** Beside what a candidate stands. */
  public enum Opponent {
    /** The live version itself: what is held out is newer than all that it has seen. */
    LIVE_MODEL,
    /**
     * Algorithm, options and seed of the live version, trained on what the candidate was: the live
     * version itself has seen some of what is held out.
     */
    LIVE_SETTINGS,
    /** What is liked most: no version is live. */
    POPULARITY,
    /** The order in which the sources were blended: no version is live. */
    BLEND,
    /** That customers go on buying as often and as much as so far: no version is live. */
    RATE_SO_FAR,
    /** What was sold a season before: no version is live. */
    SEASONAL_NAIVE
  }

  /** As facts of a training. */
  public Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put(OPPONENT, opponent.name());
    facts.put(VERSION, Integer.toString(version));
    facts.put(SPLIT, split);
    figures.forEach(
        (metric, figure) ->
            facts.put(
                METRIC + metric,
                "%s %s %s %s %d"
                    .formatted(
                        figure.candidate(),
                        figure.opponent(),
                        figure.interval().low(),
                        figure.interval().high(),
                        figure.units())));
    return facts;
  }

  /** That of a training's facts; empty if they tell none. */
  public static Optional<Beside> of(Map<String, String> facts) {
    if (!facts.containsKey(OPPONENT)) {
      return Optional.empty();
    }
    var figures = new TreeMap<String, PairedFigure>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(METRIC)) {
            figures.put(name.substring(METRIC.length()), figure(value));
          }
        });
    return Optional.of(
        new Beside(
            Opponent.valueOf(facts.get(OPPONENT)),
            Integer.parseInt(facts.get(VERSION)),
            facts.get(SPLIT),
            figures));
  }

  private static PairedFigure figure(String text) {
    String[] parts = text.split(" ", -1);
    return new PairedFigure(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        new Interval(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])),
        Integer.parseInt(parts[4]));
  }

  /** The facts without it. */
  public static Map<String, String> without(Map<String, String> facts) {
    var rest = new LinkedHashMap<>(facts);
    rest.keySet().removeIf(name -> name.startsWith(START));
    return rest;
  }
}
