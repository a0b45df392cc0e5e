package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;

/**
 * How far what people do had moved at a time from what a live version was trained on.
 *
 * @param model its name
 * @param version that was live
 * @param shift from 0 (not at all) to 1 (nothing is as it was), chance taken off
 * @param threshold of that time
 * @param visitsBefore visits that the shift was measured with, before the training
 * @param visitsNow the same after it
 * @param movers what gained or lost most
 * @param hits how often what was recommended was taken up; null where too little was shown to tell
 * @param jobId the training that it started; null where it started none
 */
public record DriftMeasure(
    String model,
    int version,
    Instant at,
    double shift,
    double threshold,
    long visitsBefore,
    long visitsNow,
    List<Mover> movers,
    HitRates hits,
    Long jobId) {

  public DriftMeasure {
    movers = List.copyOf(movers);
  }

  /**
   * Something with its parts of all visits, 0 to 1.
   *
   * @param name such as a product's id
   */
  public record Mover(String name, double before, double now) {}

  /**
   * Shares of recommended lists that were followed by an act on one of their products within an
   * hour.
   *
   * @param listsBefore that were looked at, of the week before the last three days
   * @param before their share, 0 to 1
   * @param listsNow the same of the last three days
   * @param fell whether it has surely fallen by as much as the shop has set
   */
  public record HitRates(
      long listsBefore, double before, long listsNow, double now, boolean fell) {}

  /** Whether what was recommended is taken up surely less than before. */
  public boolean fell() {
    return hits != null && hits.fell();
  }

  /** Whether it was over the threshold. */
  public boolean moved() {
    return shift >= threshold;
  }
}
