package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what placements have shown and what followed from it. */
@Dependent
public class PlacementTally {

  /** All placements together; no placement has this name. */
  static final String ALL = "";

  @Inject private Audience audience;

  /**
   * The figures.
   *
   * @param placement null for all
   * @param now acts until then count
   */
  public PlacementFigures of(String placement, FigureRange range, Instant now) {
    Duration window = Duration.ofHours(range.windowHours());
    Instant last = range.end().plus(window);
    var slice = new Slice(null, placement, range.begin().toEpochMilli(), last.toEpochMilli());
    Map<String, PlacementCount> counts = new HashMap<>();
    audience.forEach(
        slice,
        range.begin(),
        last.isBefore(now) ? last : now,
        group -> count(group, new Attribution(window.toMillis()), range, counts));
    return figures(placement, range, now, counts);
  }

  /** Adds what was shown to the units of a group, at each placement and over all. */
  static void count(
      Group group, Attribution attribution, FigureRange range, Map<String, PlacementCount> counts) {
    long begin = range.begin().toEpochMilli();
    long end = range.end().toEpochMilli();
    Map<String, Showings> scopes = new HashMap<>();
    scopes.put(ALL, new Showings(group, shown -> true));
    for (List<Shown> all : group.shown().values()) {
      List<Shown> wanted =
          all.stream().filter(shown -> shown.at() >= begin && shown.at() < end).toList();
      shown(ALL, wanted, counts);
      wanted.stream()
          .collect(Collectors.groupingBy(Shown::placement))
          .forEach(
              (placement, own) -> {
                shown(placement, own, counts);
                scopes.computeIfAbsent(
                    placement,
                    name -> new Showings(group, shown -> shown.placement().equals(name)));
              });
    }
    for (Group.Act act : group.acts()) {
      scopes.forEach(
          (scope, showings) ->
              attribution
                  .of(act, showings)
                  .filter(shown -> group.counts(shown.unit()) && shown.at() < end)
                  .ifPresent(shown -> counts.get(scope).add(shown, act)));
    }
  }

  private static void shown(String scope, List<Shown> shown, Map<String, PlacementCount> counts) {
    if (!shown.isEmpty()) {
      counts.computeIfAbsent(scope, key -> new PlacementCount()).add(shown);
    }
  }

  private static PlacementFigures figures(
      String placement, FigureRange range, Instant now, Map<String, PlacementCount> counts) {
    PlacementCount own =
        counts.getOrDefault(placement == null ? ALL : placement, new PlacementCount());
    return new PlacementFigures(
        placement,
        range,
        now,
        own.total(),
        own.days(range),
        placement == null ? List.of() : own.versions(),
        placement == null ? places(counts) : List.of());
  }

  private static List<PlacementFigures.Place> places(Map<String, PlacementCount> counts) {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(ALL))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new PlacementFigures.Place(entry.getKey(), entry.getValue().total()))
        .toList();
  }
}
