package io.shopkeeper.recommendation.boundary.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What placements have shown in some days, and what followed from it. An act counts where a visitor
 * has seen the product, for the last time it was shown before, on that day, if that was not longer
 * ago than the window.
 *
 * @param placement absent for all placements together: there an act counts once, also where several
 *     of them had shown the product
 * @param at when it was counted; acts until then are in it
 * @param days every day, the first first
 * @param versions of the placement's recipe that were shown, the newest first; empty for all
 *     placements
 * @param placements each placement that has shown something, by name; empty for one placement. An
 *     act counts at each that had shown the product
 */
public record PlacementFigures(
    String placement,
    FigureRange range,
    Instant at,
    Counts total,
    List<Day> days,
    List<Version> versions,
    List<Place> placements) {

  public PlacementFigures {
    days = List.copyOf(days);
    versions = List.copyOf(versions);
    placements = List.copyOf(placements);
  }

  /** What was shown on a day, UTC. */
  public record Day(LocalDate day, Counts counts) {}

  /** What was shown by a version of the recipe; 0 is what the product came with. */
  public record Version(int version, Counts counts) {}

  /** What was shown at a placement. */
  public record Place(String placement, Counts counts) {}
}
