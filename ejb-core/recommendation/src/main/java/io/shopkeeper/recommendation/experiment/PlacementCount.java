package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.figures.Counts;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what was shown, by day and by version of the recipe. For one thread. */
final class PlacementCount {

  private final Counter total = new Counter();
  private final Map<LocalDate, Counter> days = new HashMap<>();
  private final Map<Integer, Counter> versions = new TreeMap<>(Comparator.reverseOrder());

  /** Adds all that was shown to a visitor. */
  void add(List<Shown> shown) {
    total.visitor(shown.size());
    by(PlacementCount::day, shown, days);
    by(Shown::version, shown, versions);
  }

  private static <K> void by(Function<Shown, K> key, List<Shown> shown, Map<K, Counter> counters) {
    shown.stream()
        .collect(Collectors.groupingBy(key, Collectors.counting()))
        .forEach(
            (value, times) -> counters.computeIfAbsent(value, one -> new Counter()).visitor(times));
  }

  private static LocalDate day(Shown shown) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(shown.at()), ZoneOffset.UTC);
  }

  /** Adds an act that follows from what was added before. */
  void add(Shown shown, Group.Act act) {
    total.act(act);
    days.get(day(shown)).act(act);
    versions.get(shown.version()).act(act);
  }

  Counts total() {
    return total.counts();
  }

  List<PlacementFigures.Day> days(FigureRange range) {
    return range.days().stream()
        .map(
            day ->
                new PlacementFigures.Day(
                    day, days.containsKey(day) ? days.get(day).counts() : Counts.NONE))
        .toList();
  }

  List<PlacementFigures.Version> versions() {
    return versions.entrySet().stream()
        .map(entry -> new PlacementFigures.Version(entry.getKey(), entry.getValue().counts()))
        .toList();
  }
}
