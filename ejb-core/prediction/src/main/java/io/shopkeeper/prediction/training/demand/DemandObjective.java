package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.forecast.DemandOptions;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tuning.Objective;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The error by what was sold (WAPE) that options reach on a log's own last horizon. It is given
 * only what every origin of the evaluation learns from, so that what was chosen here is measured on
 * what nobody has looked at.
 *
 * @param log all that the search may see
 * @param seed of each training
 */
record DemandObjective(DemandAlgorithm algorithm, DemandLog log, long seed)
    implements Objective<DemandOptions> {

  @Override
  public double score(DemandOptions options, double share, TrainingListener listener) {
    int origin = log.end() - options.horizonWeeks();
    var rehearsal = new DemandRehearsal(log, options.horizonWeeks(), List.of(origin), seed);
    DemandModel model = algorithm.train(part(log.asOf(origin), share), options, seed, listener);
    return rehearsal.of(model).figure("wape");
  }

  private DemandLog part(DemandLog before, double share) {
    return share == 1
        ? before
        : new DemandLog(
            IntStream.of(Fold.whole(before.products().size()).part(share, seed))
                .mapToObj(before.products()::get)
                .toList(),
            before.end());
  }

  @Override
  public boolean greaterIsBetter() {
    return false;
  }
}
