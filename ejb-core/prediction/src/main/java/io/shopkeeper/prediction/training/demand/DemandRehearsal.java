package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.forecast.DemandOptions;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/**
 * The last horizons of a log, one before another, each foretold by a model that has learnt from
 * what was before it: an origin that rolls.
 *
 * @param log all weeks
 * @param horizon weeks that are foretold
 * @param origins the first week that is foretold, of each; the latest first; never empty
 * @param seed of the standard errors
 */
record DemandRehearsal(DemandLog log, int horizon, List<Integer> origins, long seed) {

  /** The most origins. */
  static final int MOST = 3;

  /**
   * As many as a log allows: from the second on there must be as many weeks before as one needs.
   *
   * @param needs of the training
   * @throws IllegalArgumentException where not even one can be foretold
   */
  static DemandRehearsal of(DemandLog log, DemandNeeds needs, long seed) {
    int horizon = needs.options().horizonWeeks();
    List<Integer> origins = new ArrayList<>();
    int origin = log.end() - horizon;
    while (origins.isEmpty() || (origins.size() < MOST && origin - log.begin() >= needs.before())) {
      origins.add(origin);
      origin -= horizon;
    }
    return new DemandRehearsal(log, horizon, List.copyOf(origins), seed);
  }

  /** The first week of all that are held out. */
  int first() {
    return origins.getLast();
  }

  /** Trains for each and asks. */
  DemandStudy of(
      DemandAlgorithm algorithm, DemandOptions options, long itsSeed, TrainingListener listener) {
    List<DemandModel> models = new ArrayList<>();
    for (int place = 0; place < origins.size(); place++) {
      models.add(
          algorithm.train(
              log.asOf(origins.get(place)),
              options,
              itsSeed,
              PartOfTraining.of(listener, place, origins.size(), "origin")));
    }
    return DemandStudy.of(this, models);
  }

  /** Asks one model everywhere. */
  DemandStudy of(DemandModel model) {
    return DemandStudy.of(this, origins.stream().map(origin -> model).toList());
  }
}
