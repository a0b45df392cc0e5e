package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Counts and reads an experiment. */
@Dependent
public class Figures {

  @Inject private CommittedExperiments committed;
  @Inject private ImpressionLog log;
  @Inject private Tally tally;
  @Inject private Clock clock;

  /**
   * The figures as of now; what this node has shown before is in them.
   *
   * @throws NotFoundException if there is no such experiment
   */
  public ExperimentFigures of(String name, Locale locale) {
    ExperimentView experiment =
        committed.find(name).orElseThrow(() -> new NotFoundException("experiment", name));
    Instant now = clock.instant();
    if (experiment.state() == ExperimentState.DRAFT) {
      return new FigureReader(experiment, Map.of()).read(now, locale);
    }
    log.flush();
    return new FigureReader(experiment, tally.of(experiment, now)).read(now, locale);
  }
}
