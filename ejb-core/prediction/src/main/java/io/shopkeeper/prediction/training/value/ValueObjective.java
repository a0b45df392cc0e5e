package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tuning.Objective;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.PurchaseLog;
import java.util.stream.IntStream;

/**
 * The mean error of the value that options foretell of a log's own last horizon. It is given only
 * what the evaluation learns from, so that what was chosen here is measured on what nobody has
 * looked at.
 *
 * @param log all that the search may see
 * @param seed of each training
 * @param <O> the options
 */
record ValueObjective<O extends Record>(
    CustomerValueAlgorithm<O> algorithm, PurchaseLog log, long seed) implements Objective<O> {

  @Override
  public double score(O options, double share, TrainingListener listener) {
    PurchaseLog before = log.asOf(log.end() - algorithm.horizonDays(options));
    ValueStudy study =
        ValueStudy.of(algorithm.train(part(before, share), options, seed, listener), log, seed);
    return study.figure(study.much(), "mae");
  }

  private PurchaseLog part(PurchaseLog before, double share) {
    return share == 1
        ? before
        : new PurchaseLog(
            IntStream.of(Fold.whole(before.customers().size()).part(share, seed))
                .mapToObj(before.customers()::get)
                .toList(),
            before.end());
  }

  @Override
  public boolean greaterIsBetter() {
    return false;
  }
}
