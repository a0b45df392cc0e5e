package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import io.shopkeeper.recommendation.experiment.PlacementTally;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What placements bring, with and without experiments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlacementResults {

  @Inject private Placements placements;
  @Inject private ImpressionLog log;
  @Inject private PlacementTally tally;
  @Inject private Clock clock;

  /** The day that is now, UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Of one placement; answers that this server gave before are counted.
   *
   * @throws NotFoundException if there is no such placement
   */
  public PlacementFigures of(String placement, FigureRange range) {
    placements.find(placement);
    log.flush();
    return tally.of(placement, range, clock.instant());
  }

  /** Of all placements together and each; answers that this server gave before are counted. */
  public PlacementFigures all(FigureRange range) {
    log.flush();
    return tally.of(null, range, clock.instant());
  }
}
