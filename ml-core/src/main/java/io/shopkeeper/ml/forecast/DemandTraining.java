package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** One training of {@link DemandAlgorithm}. */
final class DemandTraining {

  private final String name;
  private final List<DemandMethod> methods;
  private final DemandLog log;
  private final DemandOptions options;
  private final long seed;
  private final TrainingListener listener;

  DemandTraining(
      String name,
      List<DemandMethod> methods,
      DemandLog log,
      DemandOptions options,
      long seed,
      TrainingListener listener) {
    this.name = name;
    this.methods = methods;
    this.log = log;
    this.options = options;
    this.seed = seed;
    this.listener = listener;
  }

  DemandModel train() {
    listener.progress(0, "looking back");
    listener.stopIfCancelled();
    int origins = Math.max(options.origins(), options.horizonWeeks());
    requireEnough(origins);
    Optional<BoostedDemand> early = boost(log.asOf(log.end() - origins), 0.02, 0.3);
    listener.stopIfCancelled();
    Rehearsal rehearsal =
        Rehearsal.of(
            log,
            methods,
            origins,
            options.horizonWeeks(),
            early,
            PartOfTraining.of(listener, 0.3, 0.6, "rehearsal"));
    ErrorBands bands = bands(rehearsal, origins);
    MethodChoice choice = choice(rehearsal, origin -> true);
    Map<String, DemandMethod> chosen = new LinkedHashMap<>();
    for (int place = 0; place < log.products().size(); place++) {
      DemandLog.Product product = log.products().get(place);
      chosen.put(product.id(), methods.get(choice.of(place, DemandClass.of(product.history()))));
    }
    List<DemandMethod> usual = new ArrayList<>();
    for (DemandClass group : DemandClass.values()) {
      usual.add(methods.get(choice.of(group)));
    }
    return new DemandModel(name, options.horizonWeeks(), chosen, usual, bands, boost(log, 0.65, 1));
  }

  private Optional<BoostedDemand> boost(DemandLog known, double from, double to) {
    return methods.contains(DemandMethod.BOOSTED)
        ? BoostedDemand.train(
            known, options, seed, PartOfTraining.of(listener, from, to, "boosting"))
        : Optional.empty();
  }

  private MethodChoice choice(Rehearsal rehearsal, IntPredicate counts) {
    return MethodChoice.of(rehearsal.trials(), methods.size(), log.products().size(), counts);
  }

  /**
   * The errors at each origin are those of methods that other origins choose, none of which has a
   * week in common with it: errors of a method that these very weeks chose would be too small.
   */
  private ErrorBands bands(Rehearsal rehearsal, int origins) {
    var builder = new ErrorBands.Builder(options.horizonWeeks());
    for (int back = origins; back >= 1; back--) {
      int origin = log.end() - back;
      MethodChoice others =
          choice(rehearsal, other -> Math.abs(other - origin) >= options.horizonWeeks());
      for (Rehearsal.Trial trial : rehearsal.trials()) {
        if (trial.origin() == origin) {
          double[] foretold =
              trial.forecasts()[others.of(trial.product(), DemandClass.of(trial.past()))];
          for (int ahead = 0; ahead < trial.actual().length; ahead++) {
            builder.add(trial.past(), ahead, foretold[ahead], trial.actual()[ahead]);
          }
        }
      }
    }
    return builder.build();
  }

  private void requireEnough(int origins) {
    int needed = Rehearsal.FEWEST_WEEKS + origins;
    boolean enough = log.products().stream().anyMatch(one -> one.history().weeks() >= needed);
    if (!enough) {
      throw new IllegalArgumentException(
          "%s needs a product that has sold for at least %d weeks, but the longest is %d; wait, import older orders, or choose fewer origins"
              .formatted(
                  name,
                  needed,
                  log.products().stream().mapToInt(one -> one.history().weeks()).max().orElse(0)));
    }
  }
}
